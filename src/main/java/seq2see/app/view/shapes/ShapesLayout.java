package seq2see.app.view.shapes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import seq2see.app.drawing.Area;
import seq2see.app.drawing.Sheet;
import seq2see.app.drawing.TextStyle;
import seq2see.app.view.shapes.ShapesScene.Spot;
import seq2see.tensor.Shape.Dimension;
import seq2see.trace.Moment;
import seq2see.trace.Moment.Phase;

/**
 * Where the blocks stand, in pixels at scale 1. One unit of any axis is one and the same length for every block; sheets behind
 * each other are shown by a shorter one. Where that would be too small to be seen, axes above a limit are drawn cut short, with
 * a gap where the rest is left out.
 *
 * @param unit      pixels of one unit
 * @param most      units of an axis that are drawn
 * @param places    of the blocks, by key
 * @param encoderTop of the first band, {@code decoderTop} of the second; one that is not presented stands off the sheet
 * @param detail    what is left below for what is explained
 */
record ShapesLayout(double unit, int most, Map<String, Place> places, double encoderTop, double decoderTop, Area detail) {
    static final double NAMES = 36;
    static final double HEADING = 22;
    static final double BELOW = 24;
    static final double RULER = 10;
    /** Where an axis is cut. */
    static final double CUT = 12;
    private static final double BAND_GAP = 18;
    private static final double ARROW = 32;
    private static final double TOUCH = 14;
    private static final double LEAST_UNIT = 3.5;
    private static final double LARGEST_UNIT = 18;
    private static final double UNIT_STEP = 0.5;
    /** A unit of this size is seen well; a larger one is no reason to leave more out. */
    private static final double CLEAR_UNIT = 7;
    /** How much it counts that more units are drawn, against their size. */
    private static final double MORE_UNITS = 0.7;
    /** From a looked-up row's end to where it lands. */
    private static final double SLIDE = 20;
    /** What a gap between two blocks may grow by, to fill the sheet. */
    private static final double WIDEST_GAP = 64;
    private static final double DETAIL = 142;
    private static final double WORDS = 108;
    /** How many units of an axis may be drawn; where none of these fits, the picture scrolls. */
    private static final List<Integer> LIMITS = List.of(48, 32, 24, 16, 12, 8);
    /** Where a band stands alone, since nobody scrolls, more is left out. */
    private static final List<Integer> LIMITS_ALONE = List.of(48, 32, 24, 16, 12, 8, 6, 4);
    private static final int SHORTEST_CUT = LIMITS.getLast();
    /** How far away a band stands that is not presented: more than any sheet is high. */
    private static final double AWAY = 10_000;

    /** Blocks whose rows are labelled: of neighbours with the same rows the first. */
    private static final Set<String> LABELLED = Set.of("ids", "table", "targetEmbedded", "context", "dense");

    /**
     * A block's front sheet, and how far the ones behind it stand apart.
     *
     * @param gutter how far the ruler of its rows and their label reach to the left
     */
    record Place(ShapeBlock block, Area front, double depth, double gutter) {
        boolean labelled() {
            return gutter > RULER;
        }

        double left() {
            return front.x() - gutter;
        }

        /** How far from the front sheet's right edge the middle of the ruler stands that measures the sheets. */
        static double rulerMiddle(double reach) {
            return 5 + Math.max(reach, 5) / 2;
        }

        /** How far the rearmost sheet reaches. */
        double reach(int sheets) {
            return depth * (sheets - 1);
        }
    }

    /** Everything whole where a unit can still be seen so; else many units against large ones. */
    static ShapesLayout of(Sheet sheet, ShapesScene scene) {
        Optional<Focus> alone = alone(sheet, scene);
        ShapesLayout best = new Builder(sheet, scene, alone, LEAST_UNIT, alone.isPresent() ? LIMITS_ALONE.getLast() : SHORTEST_CUT).build();
        double most = 0;
        for (int limit : alone.isPresent() ? LIMITS_ALONE : LIMITS) {
            Optional<ShapesLayout> fitting = largest(sheet, scene, alone, limit);
            if (fitting.isPresent()) {
                ShapesLayout layout = fitting.get();
                if (!layout.blocksAreCut()) {
                    return layout;
                }
                double worth = Math.min(layout.unit, CLEAR_UNIT) * Math.pow(limit, MORE_UNITS);
                if (worth > most) {
                    most = worth;
                    best = layout;
                }
            }
        }
        return best;
    }

    /** With the largest unit that fits, found by halving; empty where none does. */
    private static Optional<ShapesLayout> largest(Sheet sheet, ShapesScene scene, Optional<Focus> alone, int limit) {
        Optional<ShapesLayout> best = fit(sheet, scene, alone, LEAST_UNIT, limit);
        int fits = 0;
        int tooLarge = (int) Math.round((LARGEST_UNIT - LEAST_UNIT) / UNIT_STEP) + 1;
        while (best.isPresent() && tooLarge - fits > 1) {
            int middle = (fits + tooLarge) / 2;
            Optional<ShapesLayout> tried = fit(sheet, scene, alone, LEAST_UNIT + middle * UNIT_STEP, limit);
            if (tried.isPresent()) {
                best = tried;
                fits = middle;
            } else {
                tooLarge = middle;
            }
        }
        return best;
    }

    private static Optional<ShapesLayout> fit(Sheet sheet, ShapesScene scene, Optional<Focus> alone, double unit, int most) {
        Builder builder = new Builder(sheet, scene, alone, unit, most);
        ShapesLayout layout = builder.build();
        return builder.right <= sheet.width() && layout.detail.height() >= layout.detailHeight(scene, alone) ? Optional.of(layout) : Optional.empty();
    }

    /** What the formulas of the cells need, cut short where they must be. */
    private double detailHeight(ShapesScene scene, Optional<Focus> alone) {
        if (alone.filter(Focus::words).isPresent()) {
            return WORDS;
        }
        return DETAIL + Math.min(alone.isPresent() ? 4 : 8, Math.max(scene.config().embeddingSize(), scene.config().hiddenSize())) * unit;
    }

    /** A sheet on which everything has room, no smaller than the given one. */
    static Sheet wholeSheet(Sheet sheet, ShapesScene scene) {
        Optional<Focus> alone = alone(sheet, scene);
        int most = alone.isPresent() ? LIMITS_ALONE.getLast() : SHORTEST_CUT;
        if (fit(sheet, scene, alone, LEAST_UNIT, most).isPresent()) {
            return sheet;
        }
        Builder builder = new Builder(sheet, scene, alone, LEAST_UNIT, most);
        ShapesLayout layout = builder.build();
        double height = sheet.height() - layout.detail.height() + layout.detailHeight(scene, alone);
        return sheet.sized(Math.max(sheet.width(), Math.ceil(builder.right)), Math.max(sheet.height(), Math.ceil(height)));
    }

    /** The band that a class sees alone: where both have no room, that of the present moment. */
    private static Optional<Focus> alone(Sheet sheet, ShapesScene scene) {
        return Focus.of(sheet, scene).filter(focus -> fit(sheet, scene, Optional.empty(), LEAST_UNIT, SHORTEST_CUT).isEmpty());
    }

    /**
     * What of the moment the layout for a class depends on.
     *
     * @param words whether the moment is explained in words, which take less room than formulas and values
     */
    record Focus(Phase band, boolean words) {
        /** Empty where no class is shown the sheet. */
        static Optional<Focus> of(Sheet sheet, ShapesScene scene) {
            Phase band = scene.moment().map(Moment::phase).filter(Phase.DECODER::equals).orElse(Phase.ENCODER);
            return sheet.presented() ? Optional.of(new Focus(band, ShapesDetail.isInWords(scene))) : Optional.empty();
        }
    }

    /** The same with axes cut short sooner. */
    ShapesLayout limited(int fewer) {
        return new ShapesLayout(unit, fewer, places, encoderTop, decoderTop, detail);
    }

    /** Whether an axis of a block is cut short. */
    boolean blocksAreCut() {
        return places.values().stream().flatMap(place -> place.block().axes().stream()).flatMap(List::stream).anyMatch(part -> part.size() > most);
    }

    /** What the rows' ruler and label take at a block's left. */
    static double gutter(Sheet sheet, ShapeBlock block) {
        double widest = block.rows().stream().mapToDouble(part -> sheet.width(block.label(part), TextStyle.LEAST.withWeight(600))).max().orElse(0);
        return Math.ceil(widest) + RULER + 8;
    }

    int drawn(int size) {
        return Math.min(size, most);
    }

    private double length(int size) {
        return drawn(size) * unit + (size > most ? CUT : 0);
    }

    double length(List<Dimension> parts) {
        return parts.stream().mapToDouble(part -> length(part.size())).sum();
    }

    /** A drawn index of an axis and how far from its start it stands. */
    record Notch(int index, double offset) {
    }

    /** The indices of an axis that are drawn: all of them, or the first two thirds and the last. */
    List<Notch> notches(List<Dimension> parts) {
        List<Notch> notches = new ArrayList<>();
        int before = 0;
        double start = 0;
        for (Dimension part : parts) {
            int drawn = drawn(part.size());
            int last = part.size() > most ? most / 3 : 0;
            for (int i = 0; i < drawn; i++) {
                boolean behind = i >= drawn - last;
                notches.add(new Notch(before + (behind ? part.size() - drawn + i : i), start + i * unit + (behind ? CUT : 0)));
            }
            before += part.size();
            start += length(part.size());
        }
        return notches;
    }

    double depth() {
        return Math.max(2.5, Math.round(unit * 0.6));
    }

    /** A block's place with the sheets behind it. */
    Area whole(Place place) {
        double reach = place.reach(drawn(place.block().sheetCount()));
        return new Area(place.front().x(), place.front().y() - reach, place.front().width() + reach, place.front().height() + reach);
    }

    Place place(String key) {
        return places.get(key);
    }

    /** The block at a point of the sheet. */
    Optional<String> blockAt(double x, double y) {
        for (Place place : places.values()) {
            Area whole = whole(place);
            if (new Area(whole.x() - 6, whole.y() - 4, whole.width() + 10, whole.height() + 10).contains(x, y)) {
                return Optional.of(place.block().key());
            }
        }
        return Optional.empty();
    }

    /** The token at a point of the sheet. */
    Optional<Spot> tokenAt(double x, double y) {
        Place ids = place("ids");
        Optional<Integer> row = indexAt(ids.block().rows(), y - ids.front().y());
        Optional<Integer> column = indexAt(ids.block().columns(), x - ids.front().x());
        return row.isPresent() && column.isPresent() ? Optional.of(new Spot("ids", row.get(), column.get())) : Optional.empty();
    }

    private Optional<Integer> indexAt(List<Dimension> axis, double along) {
        return notches(axis).stream().filter(notch -> along >= notch.offset() && along < notch.offset() + unit).findFirst().map(Notch::index);
    }

    /** Puts blocks from left to right, each band around a middle line. */
    private static final class Builder {
        private final Sheet sheet;
        private final ShapesScene scene;
        private final Optional<Focus> alone;
        private final ShapesLayout rule;
        private final Map<String, Place> places = new LinkedHashMap<>();
        private double right;

        Builder(Sheet sheet, ShapesScene scene, Optional<Focus> alone, double unit, int most) {
            this.sheet = sheet;
            this.scene = scene;
            this.alone = alone;
            this.rule = new ShapesLayout(unit, most, Map.of(), 0, 0, new Area(0, 0, 0, 0));
        }

        ShapesLayout build() {
            double encoderTop = isAlone(Phase.DECODER) ? -AWAY : 0;
            double encoderBottom = encoder(encoderTop);
            double decoderTop = isAlone(Phase.DECODER) ? 0 : isAlone(Phase.ENCODER) ? AWAY : encoderBottom + BAND_GAP;
            double decoderBottom = decoder(decoderTop);
            double bottom = isAlone(Phase.ENCODER) ? encoderBottom : decoderBottom;
            Area detail = new Area(0, bottom + BAND_GAP, sheet.width() - 1, sheet.height() - bottom - BAND_GAP);
            return new ShapesLayout(rule.unit, rule.most, places, encoderTop, decoderTop, detail);
        }

        private boolean isAlone(Phase band) {
            return alone.filter(focus -> focus.band() == band).isPresent();
        }

        /** @return the bottom of the band */
        private double encoder(double top) {
            return band(top + HEADING, encoderColumns(scene.blocks()), List.of(TOUCH, TOUCH, ARROW, TOUCH, ARROW));
        }

        /** @return the bottom of the band */
        private double decoder(double top) {
            return band(top + HEADING, decoderColumns(scene.blocks()), List.of(ARROW + 20, ARROW, TOUCH + 20, TOUCH + 16));
        }

        private static List<List<ShapeBlock>> encoderColumns(ShapeBlocks blocks) {
            List<List<ShapeBlock>> columns = new ArrayList<>();
            for (String key : List.of("ids", "table", "embedded", "outputs")) {
                columns.add(List.of(blocks.get(key)));
            }
            columns.add(present(blocks, "finalState", "finalMemory"));
            List<ShapeBlock> bridged = present(blocks, "initialState", "initialMemory");
            if (!bridged.isEmpty()) {
                columns.add(bridged);
            }
            return columns;
        }

        private static List<ShapeBlock> present(ShapeBlocks blocks, String one, String other) {
            List<ShapeBlock> present = new ArrayList<>();
            blocks.block(one).ifPresent(present::add);
            blocks.block(other).ifPresent(present::add);
            return present;
        }

        private static List<List<ShapeBlock>> decoderColumns(ShapeBlocks blocks) {
            List<ShapeBlock> all = blocks.decoder();
            return List.of(all.subList(0, 2), List.of(all.get(2)), List.of(all.get(3)), List.of(all.get(4)), List.of(all.get(5)));
        }

        /** @return the bottom of the band */
        private double band(double top, List<List<ShapeBlock>> columns, List<Double> gaps) {
            double above = 0;
            double below = 0;
            for (List<ShapeBlock> column : columns) {
                double height = columnHeight(column);
                double first = column.size() > 1 ? height / 2 : NAMES + reach(column.getFirst()) + rule.length(column.getFirst().rows()) / 2;
                above = Math.max(above, first);
                below = Math.max(below, height - first);
            }
            double end = place(columns, gaps, 0, top, above);
            right = Math.max(right, end);
            place(columns, gaps, Math.clamp(Math.floor((sheet.width() - end) / (columns.size() - 1)), 0, WIDEST_GAP), top, above);
            return top + above + below;
        }

        /** @return where the last column ends */
        private double place(List<List<ShapeBlock>> columns, List<Double> gaps, double spread, double top, double above) {
            double x = 0;
            double end = 0;
            for (int i = 0; i < columns.size(); i++) {
                List<ShapeBlock> column = columns.get(i);
                double y = top + above - (column.size() > 1 ? columnHeight(column) / 2 : NAMES + reach(column.getFirst()) + rule.length(column.getFirst().rows()) / 2);
                double width = 0;
                for (ShapeBlock block : column) {
                    width = Math.max(width, put(block, x, y));
                    y += NAMES + reach(block) + rule.length(block.rows()) + BELOW;
                }
                end = x + width;
                x = end + (i < gaps.size() ? gaps.get(i) + spread : 0);
            }
            return end;
        }

        private double columnHeight(List<ShapeBlock> column) {
            return column.stream().mapToDouble(block -> NAMES + reach(block) + rule.length(block.rows()) + BELOW).sum();
        }

        private double reach(ShapeBlock block) {
            return rule.depth() * (rule.drawn(block.sheetCount()) - 1);
        }

        /** @return the width that the block and its labels take */
        private double put(ShapeBlock block, double x, double y) {
            double labels = Math.max(sheet.width(block.name(sheet), TextStyle.SMALL), sheet.width(block.letters(), TextStyle.FIGURE.withWeight(600)));
            double width = rule.length(block.columns());
            double reach = reach(block);
            double gutter = !LABELLED.contains(block.key()) ? RULER : gutter(sheet, block) + (block.key().equals("table") ? 10 : 0);
            places.put(block.key(), new Place(block, new Area(x + gutter, y + NAMES + reach, width, rule.length(block.rows())), rule.depth(), gutter));
            double behind = block.sheets().isPresent() ? Math.max(reach, depthLabel(block, reach)) : 0;
            double slidOut = block.key().equals("table") ? width + SLIDE : 0;
            return gutter + Math.max(width + Math.max(behind, slidOut), labels);
        }

        /** How far the ruler of the sheets and its label reach to the right of the front one. */
        private double depthLabel(ShapeBlock block, double reach) {
            return Place.rulerMiddle(reach) + 7 + Math.ceil(sheet.width(block.label(block.sheets().orElseThrow()), TextStyle.LEAST.withWeight(600)));
        }
    }
}
