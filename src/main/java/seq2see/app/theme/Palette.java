package seq2see.app.theme;

import java.util.EnumMap;
import java.util.Map;
import seq2see.tensor.Axis;

/**
 * Every colour of a theme: by role, by axis, and by value. Fill says value, edge says axis, the accent says now.
 *
 * @param signed      for values from −1 to 1
 * @param probability for probabilities and gates, 0 to 1
 */
public record Palette(Map<Role, Rgb> roles, Map<Axis, Rgb> axes, ValueScale signed, ValueScale probability) {

    public static final Palette LIGHT = new Palette(
            roles("#F6F8FA", "#FFFFFF", "#F0F2F5", "#D0D7DE", "#E4E8EC", "#1F2328", "#57606A", "#6E7781", "#868F99",
                    "#6E40C9", "#FFFFFF", "#F1ECFB", "#C4B0EC", "#1A7F37", "#E6F6EA", "#8A5A00", "#FFF5DA", "#C4252F", "#FFEDEC"),
            axes("#1F2328", "#0066C2", "#B8480A", "#A63D8F", "#1E7A55", "#6B4A00", "#0B5468", "#57606A"),
            ValueScale.of(-1, 1, "#1259A8", "#86B2DC", "#F1F1EE", "#F2B880", "#C2540A"),
            ValueScale.of(0, 1, "#F2F5F5", "#B7DED4", "#67B5A5", "#20857A", "#004E48"));

    public static final Palette DARK = new Palette(
            roles("#0D1117", "#161B22", "#0D1117", "#30363D", "#21262D", "#E6EDF3", "#9DA7B3", "#768390", "#636C76",
                    "#B39DFA", "#14101F", "#2A2342", "#6650A8", "#4CC26A", "#12301C", "#E0B23C", "#33280C", "#FF7B72", "#3A1618"),
            axes("#E6EDF3", "#6FA3F5", "#F08A45", "#DB8CC0", "#22B07F", "#F2C744", "#74DCF5", "#9DA7B3"),
            ValueScale.of(-1, 1, "#6CB6FF", "#35699F", "#21262D", "#985822", "#FF9F4A"),
            ValueScale.of(0, 1, "#1C2228", "#1B4A48", "#1F7A70", "#43B7A5", "#A8F2E1"));

    public Palette {
        roles = Map.copyOf(roles);
        axes = Map.copyOf(axes);
    }

    public Rgb of(Role role) {
        return roles.get(role);
    }

    /** The axis's colour, readable as text. Its letter or name always stands beside it. */
    public Rgb of(Axis axis) {
        return axes.get(axis);
    }

    /** The colours in the order of {@link Role}. */
    private static Map<Role, Rgb> roles(String... hexes) {
        Map<Role, Rgb> roles = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            roles.put(role, Rgb.of(hexes[role.ordinal()]));
        }
        return roles;
    }

    private static Map<Axis, Rgb> axes(String batch, String source, String target, String embedding, String hidden,
                                       String vocabulary, String layer, String unnamed) {
        Map<Axis, Rgb> axes = new EnumMap<>(Axis.class);
        for (Axis axis : Axis.values()) {
            axes.put(axis, Rgb.of(switch (axis) {
                case BATCH -> batch;
                case SOURCE_TIME -> source;
                case TARGET_TIME -> target;
                case EMBEDDING -> embedding;
                case HIDDEN, CONTEXT, ATTENTION -> hidden;
                case SOURCE_VOCABULARY, TARGET_VOCABULARY -> vocabulary;
                case LAYER -> layer;
                case UNIT -> unnamed;
            }));
        }
        return axes;
    }
}
