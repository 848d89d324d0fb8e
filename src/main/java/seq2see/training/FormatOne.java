package seq2see.training;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The first format of a model's description: fewer choices, which this brings into the present one as what they then meant. */
final class FormatOne {
    static final int VERSION = 1;

    private FormatOne() {
    }

    /** Changes a description in place; what is missing in it is still missing afterwards. */
    static void upgrade(ObjectNode root) {
        root.put("bothDirections", false).putArray("normalisation");
        for (String side : new String[] {"source", "target"}) {
            if (root.path(side) instanceof ObjectNode known) {
                known.put("subwords", 0).putArray("merges");
            }
        }
        if (root.path("config") instanceof ObjectNode config) {
            config.put("tiedWeights", false);
        }
        if (root.path("training") instanceof ObjectNode training && training.path("recipe") instanceof ObjectNode recipe
                && training.path("curve") instanceof ObjectNode curve) {
            JsonNode rate = recipe.path("learningRate");
            JsonNode forcing = recipe.path("teacherForcing");
            curve.path("training").forEach(point -> addCourse(point, rate, forcing));
            training.putObject("best").put("trainingStep", 0).put("loss", 0.0).put("validationsSince", 0);
            sums(curve, recipe);
            curve.putArray("changes");
            method(recipe);
        }
    }

    private static void method(ObjectNode recipe) {
        ObjectNode method = JsonNodeFactory.instance.objectNode().put("initialisation", "xavier");
        JsonNode schedule = recipe.path("schedule");
        boolean rising = schedule.asText().equals(ScheduleType.DECAY.toString());
        ObjectNode rate = JsonNodeFactory.instance.objectNode().put("warmUpSteps", rising ? 20 : 0);
        move(recipe, "learningRate", rate, "rate");
        move(recipe, "schedule", rate, "schedule");
        method.set("learningRate", rate);
        ObjectNode forcing = JsonNodeFactory.instance.objectNode().put("schedule", "constant");
        if (recipe.has("teacherForcing")) {
            forcing.set("last", recipe.get("teacherForcing"));
        }
        move(recipe, "teacherForcing", forcing, "first");
        method.set("teacherForcing", forcing);
        for (String field : new String[] {"optimizer", "clip", "dropout", "labelSmoothing"}) {
            move(recipe, field, method, field);
        }
        method.putObject("noise").put("drop", 0.0).put("swap", 0.0).put("unknown", 0.0);
        recipe.set("method", method);
        recipe.putObject("split").put("validation", 0.1).put("test", 0.0);
        recipe.putObject("validation").put("every", Validation.usualDistance(recipe.path("trainingSteps").asLong())).put("patience", 0)
                .put("keep", "last");
    }

    /** The curve had the sums of its open point side by side, and knew nothing of rates. */
    private static void sums(ObjectNode curve, ObjectNode recipe) {
        if (curve.path("open") instanceof ObjectNode open) {
            double steps = open.path("steps").asDouble();
            ObjectNode sums = JsonNodeFactory.instance.objectNode().put("trainingStep", 0)
                    .put("learningRate", steps * recipe.path("learningRate").asDouble())
                    .put("teacherForcing", steps * recipe.path("teacherForcing").asDouble()).put("clipped", 0.0);
            move(open, "lossSum", sums, "loss");
            move(open, "normSum", sums, "gradientNorm");
            move(open, "clipSum", sums, "clip");
            open.set("sums", sums);
        }
    }

    private static void addCourse(JsonNode point, JsonNode rate, JsonNode forcing) {
        if (point instanceof ObjectNode known) {
            known.set("learningRate", rate);
            known.set("teacherForcing", forcing);
            known.put("clipped", known.path("gradientNorm").asDouble() > known.path("clip").asDouble() ? 1.0 : 0.0);
        }
    }

    private static void move(ObjectNode from, String name, ObjectNode to, String newName) {
        JsonNode value = from.remove(name);
        if (value != null) {
            to.set(newName, value);
        }
    }
}
