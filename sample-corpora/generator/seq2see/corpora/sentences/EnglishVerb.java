package seq2see.corpora.sentences;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The forms of an English verb, by rule where it has no others. */
record EnglishVerb(String base) {
    private static final Map<String, String> PAST = new HashMap<>();
    private static final Set<String> DOUBLED = Set.of("swim", "run", "get", "win", "forget", "stop");

    static {
        Table.rows("""
                eat ate | drink drank | make made | read read | write wrote | do did | run ran | swim swam | take took
                wash washed | buy bought | sell sold | meet met | lose lost | find found | forget forgot | break broke
                win won | go went | come came | leave left | fall fell | get got | sleep slept | sing sang | have had
                give gave | know knew | understand understood | see saw | speak spoke | ride rode | think thought | say said
                study studied""").flatMap(row -> Arrays.stream(row.split("\\|"))).map(String::strip)
                .map(forms -> forms.split(" ")).forEach(forms -> PAST.put(forms[0], forms[1]));
    }

    String third() {
        if (base.equals("have")) {
            return "has";
        }
        if (base.matches(".*[^aeiou]y")) {
            return base.substring(0, base.length() - 1) + "ies";
        }
        return base + (base.matches(".*(s|x|ch|sh|o)") ? "es" : "s");
    }

    String present(Person person) {
        return person == Person.HE ? third() : base;
    }

    String gerund() {
        if (DOUBLED.contains(base)) {
            return base + base.charAt(base.length() - 1) + "ing";
        }
        return (base.matches(".*[^e]e") ? base.substring(0, base.length() - 1) : base) + "ing";
    }

    String past() {
        return PAST.getOrDefault(base, base.endsWith("e") ? base + "d" : base.matches(".*[^aeiou]y")
                ? base.substring(0, base.length() - 1) + "ied" : base + "ed");
    }
}
