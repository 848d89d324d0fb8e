package seq2see.app.view.training;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import seq2see.app.drawing.Chart;
import seq2see.app.drawing.ChartTicks;
import seq2see.app.drawing.Sheet;
import seq2see.app.drawing.TextStyle;

/**
 * Which charts of a training have room on a sheet, and where.
 *
 * @param panels  those that have room
 * @param steps   the training steps' axis, one for all charts of a width
 * @param figures whether the gradient's norm has room as a figure only
 */
record TrainingLayout(List<Panel> panels, boolean figures) {
    static final double FOOTER = 18;
    private static final double GAP = 20;
    private static final double COLUMN_GAP = 28;
    private static final double HEADING = 30;
    private static final double LEGEND = 26;
    /** Where the two charts, one above the other, would be lower than this, the norm is told in figures. */
    private static final double LEAST_HEIGHT = 330;
    /** Numbers of training steps stand this far apart at least, on what is left of the width. */
    private static final double STEP_LABEL = 80;
    private static final double STEPS_MARGIN = 56;

    /** What is drawn over the training steps. */
    enum Kind {
        LOSS("training.loss"), NORM("training.gradientNorm"), RATE("training.learningRate"), FORCING("training.teacherForcing");

        private final String heading;

        Kind(String heading) {
            this.heading = heading;
        }

        String heading() {
            return heading;
        }
    }

    /**
     * A chart with what stands above it.
     *
     * @param steps   its horizontal axis
     * @param values  its vertical axis
     * @param noteBelow whether its note stands below the heading
     * @param place   of the chart itself
     */
    record Panel(Kind kind, double x, double y, double width, double height, boolean noteBelow, double legendTop, ChartTicks steps, ChartTicks values,
                 Chart.Place place) {
        /** The training step at a point of the sheet, where it lies in the plot or above it. */
        OptionalDouble stepAt(double px, double py) {
            boolean inside = px >= place.plotLeft() - 6 && px <= place.plotRight() + 6 && py >= y && py <= y + height;
            return inside ? OptionalDouble.of(Math.clamp(place.valueAt(px, steps), steps.low(), steps.high())) : OptionalDouble.empty();
        }
    }

    static TrainingLayout of(Sheet sheet, TrainingScene scene) {
        double width = sheet.width();
        double height = sheet.height();
        List<Panel> panels = new ArrayList<>();
        if (width >= 720 && height >= 380) {
            double left = Math.round((width - COLUMN_GAP) * 0.62);
            double lossHeight = Math.round((height - GAP) * 0.57);
            panels.add(panel(sheet, scene, Kind.LOSS, 0, 0, left, lossHeight, 0));
            panels.add(panel(sheet, scene, Kind.NORM, 0, lossHeight + GAP, left, height - lossHeight - GAP, FOOTER));
            double right = left + COLUMN_GAP;
            // Below the controls.
            double top = HEADING + 10;
            double half = Math.round((height - top - GAP) * 0.5);
            panels.add(panel(sheet, scene, Kind.RATE, right, top, width - right, half, 0));
            panels.add(panel(sheet, scene, Kind.FORCING, right, top + half + GAP, width - right, height - top - half - GAP, FOOTER));
        } else if (width > 640 && width > 1.5 * height) {
            double half = (width - COLUMN_GAP) / 2;
            panels.add(panel(sheet, scene, Kind.LOSS, 0, 0, half, height, 0));
            panels.add(panel(sheet, scene, Kind.NORM, half + COLUMN_GAP, 0, half, height, FOOTER));
        } else if (height < LEAST_HEIGHT) {
            panels.add(panel(sheet, scene, Kind.LOSS, 0, 0, width, height, FOOTER));
        } else {
            double lossHeight = Math.round((height - GAP) * 0.57);
            panels.add(panel(sheet, scene, Kind.LOSS, 0, 0, width, lossHeight, 0));
            panels.add(panel(sheet, scene, Kind.NORM, 0, lossHeight + GAP, width, height - lossHeight - GAP, FOOTER));
        }
        return new TrainingLayout(aligned(sheet, panels), panels.size() == 1);
    }

    private static Panel panel(Sheet sheet, TrainingScene scene, Kind kind, double x, double y, double width, double height, double below) {
        String note = note(sheet, scene, kind);
        double room = y == 0 ? Math.min(width, sheet.width() - sheet.corner() - x) : width;
        boolean noteBelow = !note.isEmpty()
                && sheet.width(sheet.words(kind.heading()), TextStyle.HEADING) + 12 + sheet.width(note, TextStyle.SMALL) > room;
        double legendTop = y + HEADING + (noteBelow ? 1 + 18 * sheet.wrapped(note, TextStyle.SMALL, width).size() : 0);
        double legend = switch (kind) {
            case LOSS -> TrainingLegend.lossRows(sheet, width) * 18 + LEGEND - 18;
            case NORM -> LEGEND - 8;
            case RATE, FORCING -> -4;
        };
        Chart.Place place = new Chart.Place(x, legendTop + legend, width, Math.max(1, y + height - legendTop - legend - below));
        return new Panel(kind, x, y, width, height, noteBelow, legendTop, steps(scene, width), values(scene, kind, place.height()), place);
    }

    /** What stands beside a chart's heading. */
    static String note(Sheet sheet, TrainingScene scene, Kind kind) {
        return switch (kind) {
            case LOSS -> sheet.words(scene.perplexity() ? "training.perplexity.unit" : "training.loss.unit")
                    + (scene.logarithmic() ? sheet.words("training.logarithmic") : "");
            case NORM -> sheet.words("training.gradientNorm.note");
            case RATE, FORCING -> "";
        };
    }

    private static ChartTicks steps(TrainingScene scene, double width) {
        int most = (int) Math.max(2, (width - STEPS_MARGIN) / STEP_LABEL);
        if (scene.zoom().isPresent()) {
            return ChartTicks.between(scene.span().from(), scene.span().to(), most);
        }
        return ChartTicks.linear(scene.whole().to(), Math.max(10, scene.snapshot().orElseThrow().plan().trainingSteps()), most);
    }

    private static ChartTicks values(TrainingScene scene, Kind kind, double height) {
        return switch (kind) {
            case LOSS -> LossChart.ticks(scene.curve(), scene.logarithmic(), height);
            case NORM -> GradientNormChart.ticks(scene.curve(), scene.snapshot().orElseThrow().clip(), height);
            case RATE -> CourseChart.ticks(scene.curve().training().stream().mapToDouble(point -> point.learningRate()), height);
            case FORCING -> ChartTicks.linear(1, 1, height > 120 ? 5 : 2);
        };
    }

    /** Plots one above the other begin alike, so that they have one time axis. */
    private static List<Panel> aligned(Sheet sheet, List<Panel> panels) {
        return panels.stream().map(panel -> {
            ChartTicks[] column = panels.stream().filter(other -> other.x() == panel.x()).map(Panel::values).toArray(ChartTicks[]::new);
            return new Panel(panel.kind(), panel.x(), panel.y(), panel.width(), panel.height(), panel.noteBelow(), panel.legendTop(), panel.steps(),
                    panel.values(), panel.place().withLeft(Chart.leftFor(sheet, column)));
        }).toList();
    }
}
