package seq2see.app.scrubber;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;
import seq2see.app.control.Parts;
import seq2see.app.scrubber.TickLayout.Group;
import seq2see.app.scrubber.TickLayout.Run;
import seq2see.app.theme.Appearance;
import seq2see.app.theme.Text;
import seq2see.trace.Moment.Phase;

/** One tick a moment, grouped by time step and labelled by token; a press or a drag goes to the moment under it. */
final class TickStrip extends Region {
    private static final double TOP = 6;
    private static final double HEIGHT = 6;
    private static final double PRESENT_TOP = 1;
    private static final double PRESENT_HEIGHT = 16;
    /** Between the border of two phases and a label. */
    private static final double BORDER_GAP = 4;
    private static final double LABEL_TOP = 20;
    private static final double LEAST_LABEL = 28;
    /** Of the gaps beside a tick that stands alone. */
    private static final double SPARE = 10;

    private final Appearance appearance;
    private final IntConsumer select;
    private final List<Rectangle> ticks = new ArrayList<>();
    private final List<Label> labels = new ArrayList<>();
    private final Line border = new Line();
    private Timeline timeline = Timeline.EMPTY;
    private int present = -1;
    private boolean veiled;
    private String presentName = "";
    private TickLayout layout = TickLayout.of(List.of(), 0);
    private double layoutWidth = -1;

    TickStrip(Appearance appearance, IntConsumer select) {
        this.appearance = appearance;
        this.select = select;
        getStyleClass().add("tick-strip");
        setAccessibleRole(AccessibleRole.SLIDER);
        setFocusTraversable(true);
        border.getStyleClass().add("tick-border");
        getChildren().add(border);
        setOnMousePressed(event -> {
            requestFocus();
            go(event);
        });
        setOnMouseDragged(this::go);
        appearance.onChange(this, this::relayout);
    }

    private void go(MouseEvent event) {
        if (!timeline.moments().isEmpty()) {
            // The moments may be newer than the last pulse.
            layout();
            select.accept(layout.momentAt(event.getX() / appearance.scale()));
        }
    }

    /** Shows other moments. */
    void show(Timeline newTimeline) {
        if (!newTimeline.equals(timeline)) {
            timeline = newTimeline;
            relayout();
        }
    }

    /**
     * Marks a moment as now; -1 for none.
     *
     * @param name what a screen reader says of it
     */
    void mark(int index, String name) {
        if (index != present) {
            present = index;
            if (veiled) {
                relayout();
            } else {
                requestLayout();
            }
        }
        if (!name.equals(presentName)) {
            presentName = name;
            notifyAccessibleAttributeChanged(AccessibleAttribute.VALUE);
            notifyAccessibleAttributeChanged(AccessibleAttribute.VALUE_STRING);
        }
    }

    /** Whether the decoder's steps that are yet to come keep to themselves what they write, and how many they are. */
    void veil(boolean wanted) {
        if (wanted != veiled) {
            veiled = wanted;
            relayout();
        }
    }

    private boolean isVeiled(Group group) {
        return veiled && group.run().phase() == Phase.DECODER && group.last() > present;
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return switch (attribute) {
            case VALUE -> present + 1.0;
            case VALUE_STRING -> presentName;
            case MIN_VALUE -> Math.min(1.0, timeline.moments().size());
            case MAX_VALUE -> (double) timeline.moments().size();
            case ORIENTATION -> Orientation.HORIZONTAL;
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }

    @Override
    public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
        switch (action) {
            case INCREMENT -> select.accept(present + 1);
            case DECREMENT -> select.accept(present - 1);
            case SET_VALUE -> select.accept((int) Math.round(((Number) parameters[0]).doubleValue()) - 1);
            default -> super.executeAccessibleAction(action, parameters);
        }
    }

    private void relayout() {
        layoutWidth = -1;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double scale = appearance.scale();
        if (layoutWidth != getWidth()) {
            layoutWidth = getWidth();
            layout = TickLayout.of(timeline.moments(), getWidth() / scale);
            placeLabels(scale);
        }
        int presentTick = present < 0 ? -1 : layout.tickOf(present);
        while (ticks.size() < layout.ticks().size()) {
            Rectangle tick = new Rectangle();
            tick.getStyleClass().setAll("tick", "later");
            ticks.add(tick);
            getChildren().add(tick);
        }
        for (int i = 0; i < ticks.size(); i++) {
            Rectangle tick = ticks.get(i);
            tick.setVisible(i < layout.ticks().size());
            if (tick.isVisible()) {
                boolean now = i == presentTick;
                tick.setX(layout.ticks().get(i).x() * scale);
                tick.setWidth(layout.ticks().get(i).width() * scale);
                tick.setY((now ? PRESENT_TOP : TOP) * scale);
                tick.setHeight((now ? PRESENT_HEIGHT : HEIGHT) * scale);
                tick.setArcWidth(3 * scale);
                tick.setArcHeight(3 * scale);
                style(tick, now ? "now" : i < presentTick ? "past" : "later");
            }
        }
        border.setVisible(!Double.isNaN(layout.border()));
        border.setStartX(layout.border() * scale);
        border.setEndX(layout.border() * scale);
        border.setEndY((LABEL_TOP + 14) * scale);
        lightLabel();
    }

    private static void style(Rectangle tick, String state) {
        if (!tick.getStyleClass().get(1).equals(state)) {
            tick.getStyleClass().set(1, state);
        }
    }

    /** A label a group where all of a run have room, else one for the run. */
    private void placeLabels(double scale) {
        int used = 0;
        Map<Run, List<Group>> runs = layout.groups().stream().filter(group -> !label(group).isEmpty())
                .collect(Collectors.groupingBy(Group::run, LinkedHashMap::new, Collectors.toList()));
        for (Map.Entry<Run, List<Group>> run : runs.entrySet()) {
            List<Group> groups = run.getValue();
            List<Group> told = groups.stream().filter(group -> !isVeiled(group)).toList();
            boolean fit = !told.isEmpty() && groups.stream().allMatch(group -> group.firstStep() == group.lastStep() && hasRoom(group));
            if (fit) {
                for (Group group : told) {
                    // What stands alone, as the end of a search, may be a little wider than its one tick, but not across the border.
                    double wide = Math.max(group.width(), isAlone(group) ? Math.ceil(width(label(group))) + 1 : 0);
                    double end = group.x() < layout.border() ? layout.border() - BORDER_GAP : getWidth() / scale;
                    double x = Math.clamp(group.x() + (group.width() - wide) / 2, 0, Math.max(0, end - wide));
                    place(used++, label(group), group, x, wide, scale);
                }
            } else {
                double start = groups.getFirst().x();
                double end = groups.getLast().x() + groups.getLast().width();
                place(used++, fittingName(run.getKey(), told.size() == groups.size(), end - start), null, start, end - start, scale);
            }
        }
        for (int i = used; i < labels.size(); i++) {
            labels.get(i).setVisible(false);
        }
    }

    private boolean hasRoom(Group group) {
        return group.width() + (isAlone(group) ? SPARE : 0) >= Math.min(LEAST_LABEL, 7.0 * label(group).length());
    }

    private static boolean isAlone(Group group) {
        return group.firstStep() == 0;
    }

    /** The run's name and, where that is told, its size, or what of it has room. */
    private String fittingName(Run run, boolean sized, double room) {
        boolean directed = !run.direction().isEmpty();
        String name = !directed ? Text.of("moment." + run.phase().word()) : run.direction().equals("backward") ? "←" : "→";
        String size = sized ? " · " + timeline.timeSteps(run.phase()) : "";
        String more = directed ? " " + Text.of("scrubber.layer", run.layer()) : size;
        return Stream.of(name + more, name).filter(text -> width(text) <= room).findFirst().orElse("");
    }

    /** About how wide a label is, in pixels at scale 1: in the mono face a Chinese character is nearly two others wide. */
    private static double width(String text) {
        return text.codePoints().mapToDouble(point -> Character.isIdeographic(point) ? 11 : 6.6).sum();
    }

    private String label(Group group) {
        return timeline.label(timeline.moments().get(group.first()));
    }

    private void place(int index, String text, Group group, double x, double width, double scale) {
        if (index == labels.size()) {
            Label label = new Label();
            label.getStyleClass().addAll("least", "mono", "tick-label");
            label.setTextOverrun(OverrunStyle.ELLIPSIS);
            label.setEllipsisString("…");
            label.setMouseTransparent(true);
            labels.add(label);
            getChildren().add(label);
        }
        Label label = labels.get(index);
        label.setText(text);
        label.setUserData(group);
        label.setVisible(true);
        label.setManaged(false);
        label.resizeRelocate(x * scale, LABEL_TOP * scale, width * scale, 16 * scale);
    }

    private void lightLabel() {
        for (Label label : labels) {
            boolean now = label.getUserData() instanceof Group group && present >= 0 && group.holds(present);
            label.pseudoClassStateChanged(Parts.NOW, now);
        }
    }

    @Override
    protected double computePrefHeight(double width) {
        return (LABEL_TOP + 16) * appearance.scale();
    }
}
