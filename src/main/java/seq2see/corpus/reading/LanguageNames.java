package seq2see.corpus.reading;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What languages are called, in English and in other languages that tables are often written in: {@code French}, {@code Englisch}, {@code 法语}. */
final class LanguageNames {
    private static final List<Locale> SPOKEN = List.of(Locale.ENGLISH, Locale.GERMAN, Locale.FRENCH, Locale.of("es"), Locale.CHINESE);
    /** Two letters are codes. In Chinese they are names. */
    private static final int SHORTEST = 4;
    private static final Map<String, String> CODES = new HashMap<>();

    static {
        for (Locale in : SPOKEN) {
            for (String code : Locale.getISOLanguages()) {
                String name = Locale.of(code).getDisplayLanguage(in).toLowerCase(Locale.ROOT);
                if (!name.equals(code) && (name.length() >= SHORTEST || Character.isIdeographic(name.codePointAt(0)))) {
                    CODES.putIfAbsent(name, code);
                }
            }
        }
    }

    private LanguageNames() {
    }

    /** The code of the language that a word in small letters names. */
    static Optional<String> named(String word) {
        return Optional.ofNullable(CODES.get(word));
    }

    /** How many languages some texts name. A name beside its translation is one. */
    static long count(List<String> names) {
        return names.stream().flatMap(name -> named(name).stream()).distinct().count();
    }
}
