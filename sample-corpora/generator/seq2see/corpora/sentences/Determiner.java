package seq2see.corpora.sentences;

/** What opens a noun phrase. */
enum Determiner {
    THE("the", "", "le", "la", "les"),
    /** The, where Chinese points at it: 那本书. */
    THAT_ONE("the", "", "le", "la", "les"),
    A("a", "", "un", "une", "des"),
    THIS("this", "", "ce", "cette", "ces"),
    MY("my", "我", "mon", "ma", "mes"),
    YOUR("your", "你", "ton", "ta", "tes"),
    HIS("his", "他", "son", "sa", "ses"),
    HER("her", "她", "son", "sa", "ses"),
    OUR("our", "我们", "notre", "notre", "nos"),
    THEIR("their", "他们", "leur", "leur", "leurs");

    private final String english;
    private final String owner;
    private final String masculine;
    private final String feminine;
    private final String plural;

    Determiner(String english, String owner, String masculine, String feminine, String plural) {
        this.english = english;
        this.owner = owner;
        this.masculine = masculine;
        this.feminine = feminine;
        this.plural = plural;
    }

    /** The noun with this before it. */
    NounPhrase of(Noun noun) {
        return of(null, noun, false);
    }

    NounPhrase ofMany(Noun noun) {
        return of(null, noun, true);
    }

    NounPhrase of(Adjective adjective, Noun noun) {
        return of(adjective, noun, false);
    }

    private NounPhrase of(Adjective adjective, Noun noun, boolean isPlural) {
        String englishNoun = isPlural ? noun.englishPlural() : noun.english();
        String englishWords = adjective == null ? englishNoun : adjective.english() + " " + englishNoun;
        String frenchWords = frenchWords(adjective, noun, isPlural);
        return new NounPhrase(english(englishWords, isPlural),
                french(frenchWords, noun.feminine(), isPlural) + frenchWords,
                chinese(noun, isPlural) + (adjective == null ? "" : adjective.chineseAttribute()) + noun.chinese(),
                isPlural ? Person.THEY : Person.HE, noun.feminine());
    }

    private String english(String words, boolean isPlural) {
        return switch (this) {
            case A -> (isPlural ? "some " : words.matches("[aeio].*|umbrella.*") ? "an " : "a ") + words;
            case THIS -> (isPlural ? "these" : english) + " " + words;
            default -> english + " " + words;
        };
    }

    private static String frenchWords(Adjective adjective, Noun noun, boolean isPlural) {
        String word = isPlural ? noun.frenchPlural() : noun.french();
        if (adjective == null) {
            return word;
        }
        if (!adjective.beforeNoun()) {
            return word + " " + adjective.french(noun.feminine(), isPlural);
        }
        boolean liaison = !isPlural && !noun.feminine() && FrenchSpelling.startsWithVowelSound(word);
        return (liaison ? adjective.masculineBeforeVowel() : adjective.french(noun.feminine(), isPlural)) + " " + word;
    }

    private String french(String words, boolean isFeminine, boolean isPlural) {
        if (isPlural) {
            return plural + " ";
        }
        boolean vowel = FrenchSpelling.startsWithVowelSound(words);
        if (this == THIS && !isFeminine && vowel) {
            return "cet ";
        }
        return (isFeminine && !(vowel && feminine.matches("[mts]a")) ? feminine : masculine) + " ";
    }

    private String chinese(Noun noun, boolean isPlural) {
        return switch (this) {
            case THE -> isPlural ? "那些" : "";
            case THAT_ONE -> "那" + (isPlural ? "些" : noun.measure());
            case A -> "一" + (isPlural ? "些" : noun.measure());
            case THIS -> "这" + (isPlural ? "些" : noun.measure());
            case MY, YOUR, HIS, HER -> noun.isKin() && !isPlural ? owner : owner + "的";
            case OUR, THEIR -> owner + "的";
        };
    }
}
