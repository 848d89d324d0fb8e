package seq2see.corpora.sentences;

/** The English grammar of a clause. */
final class English {
    private English() {
    }

    static String statement(Clause clause) {
        return clause.subject().english() + " " + verb(clause) + complements(clause);
    }

    /** The helping verb first: is she reading, does he like, didn't they go. */
    static String question(Clause clause) {
        return helper(clause) + " " + clause.subject().english() + " " + mainVerb(clause) + complements(clause);
    }

    private static String verb(Clause clause) {
        Person person = clause.subject().person();
        EnglishVerb verb = clause.predicate().englishVerb();
        return switch (clause.negated() ? null : clause.form()) {
            case PRESENT -> verb.present(person);
            case PAST -> verb.past();
            case WANT_TO -> new EnglishVerb("want").present(person) + " to " + verb.base();
            case LIKE_TO -> new EnglishVerb("like").present(person) + " to " + verb.base();
            case null, default -> helper(clause) + " " + mainVerb(clause);
        };
    }

    /** The verb that takes the not and opens a question. */
    private static String helper(Clause clause) {
        Person person = clause.subject().person();
        boolean negated = clause.negated();
        return switch (clause.form()) {
            case PROGRESSIVE, GOING_TO -> negated ? isNot(person) : person.be;
            case PRESENT, WANT_TO, LIKE_TO -> (person == Person.HE ? "does" : "do") + (negated ? "n't" : "");
            case PAST -> negated ? "didn't" : "did";
            case FUTURE -> negated ? "won't" : "will";
            case CAN, SKILL -> negated ? "can't" : "can";
            case MUST -> negated ? "mustn't" : "must";
        };
    }

    /** The verb in the present with what follows it, for an adverb to stand before: he often [drinks tea]. */
    static String verbAndRest(Clause clause) {
        return clause.predicate().englishVerb().present(clause.subject().person()) + complements(clause);
    }

    /** The verb as it follows a helping verb. */
    private static String mainVerb(Clause clause) {
        EnglishVerb verb = clause.predicate().englishVerb();
        return switch (clause.form()) {
            case PROGRESSIVE -> verb.gerund();
            case GOING_TO -> "going to " + verb.base();
            case WANT_TO -> "want to " + verb.base();
            case LIKE_TO -> "like to " + verb.base();
            default -> verb.base();
        };
    }

    static String isNot(Person person) {
        return person == Person.I ? "am not" : person.be + "n't";
    }

    static String was(Person person) {
        return person == Person.I || person == Person.HE ? "was" : "were";
    }

    private static String complements(Clause clause) {
        String rest = clause.predicate().englishRest(clause.subject());
        return (rest.isEmpty() ? "" : " " + rest) + (clause.place() == null ? "" : " " + clause.place().english())
                + (clause.time() == null ? "" : " " + clause.time().english());
    }
}
