package seq2see.corpora.sentences;

/** The French grammar of a clause; what is spelt together where words meet is left to {@link FrenchSpelling}. */
final class French {
    private French() {
    }

    static String statement(Clause clause) {
        Person person = clause.subject().person();
        return clause.subject().french() + " " + verb(clause, "pas") + rest(clause, person);
    }

    /** The same with an adverb after the conjugated verb: il boit [souvent] du thé. */
    static String often(Clause clause, String adverb) {
        Person person = clause.subject().person();
        return clause.subject().french() + " " + verb(clause, "pas") + " " + adverb + rest(clause, person);
    }

    /** The same where something never happens. */
    static String never(Clause clause) {
        return clause.subject().french() + " " + verb(clause.not(), "jamais")
                + rest(clause.not(), clause.subject().person());
    }

    /** The conjugated verb between ne and pas, with the pronouns before it. */
    private static String verb(Clause clause, String not) {
        NounPhrase subject = clause.subject();
        Person person = subject.person();
        FrenchVerb verb = clause.predicate().frenchVerb();
        String before = (verb.reflexive() ? person.reflexive + " " : "")
                + (clause.predicate().frenchClitic().isEmpty() ? "" : clause.predicate().frenchClitic() + " ");
        if (clause.form().frenchModal != null) {
            String modal = FrenchVerb.of(clause.form().frenchModal).present(person);
            return negatable(modal, clause.negated(), not) + " " + before + verb.infinitive();
        }
        return switch (clause.form()) {
            case PAST -> {
                String helper = FrenchVerb.of(verb.takesEtre() ? "être" : "avoir").present(person);
                yield negatable(before + helper, clause.negated(), not) + " " + verb.participle(subject);
            }
            case FUTURE -> negatable(before + verb.future(person), clause.negated(), not);
            default -> negatable(before + verb.present(person), clause.negated(), not);
        };
    }

    static String negatable(String verb, boolean negated, String not) {
        return negated ? "ne " + verb + " " + not : verb;
    }

    private static String rest(Clause clause, Person person) {
        String rest = clause.predicate().frenchRest(person, clause.negated());
        return (rest.isEmpty() ? "" : " " + rest) + (clause.place() == null ? "" : " " + clause.place().french())
                + (clause.time() == null ? "" : " " + clause.time().french());
    }

    /** Said to a friend, or of oneself together with others: mange, mangeons. */
    static String imperative(Predicate predicate, Person person, boolean negated) {
        FrenchVerb verb = predicate.frenchVerb();
        String rest = predicate.frenchRest(person, negated);
        String form = person == Person.WE ? verb.present(Person.WE) : verb.imperative();
        return negatable(form, negated, "pas") + (rest.isEmpty() ? "" : " " + rest);
    }
}
