package seq2see.corpora.sentences;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Who, what, where, when, how. */
final class QuestionPatterns {
    private static final NounPhrase WHO = NounPhrase.list("who | qui | 谁 | HE").getFirst();
    private static final Phrase WHEN = Phrase.parsed("when | quand | 什么时候");
    private static final Phrase HOW = Phrase.parsed("how | comment | 怎么");
    private static final List<Predicate> WHAT = Predicate.list("""
            eat | manger | 吃 什么
            drink | boire | 喝 什么
            read | lire | 看 什么
            write | écrire | 写 什么
            buy | acheter | 买 什么
            do | faire | 做 什么""");
    private static final List<Predicate> WHAT_FOR = Predicate.list("""
            look for | chercher | 找 什么
            wait for | attendre | 等 什么
            study | étudier | 学习 什么""");
    private static final List<Predicate> WHERE = Predicate.list("""
            go | aller | 去 哪儿
            live | habiter | 住在哪儿
            work | travailler | 在哪儿工作""");
    private static final List<NounPhrase> OTHERS = Stream.concat(Subjects.PRONOUNS.stream(), Subjects.PEOPLE.stream())
            .filter(one -> one.person() != Person.I && one.person() != Person.WE).toList();

    private QuestionPatterns() {
    }

    static List<Pattern> all() {
        return List.of(
                new Pattern("what is", 90, what(Form.PROGRESSIVE, Stream.concat(WHAT.stream(), WHAT_FOR.stream()))),
                new Pattern("what did", 70, what(Form.PAST, WHAT.stream())),
                new Pattern("what wanted", 70, what(Form.WANT_TO, WHAT.stream())),
                new Pattern("where", 70, where()),
                new Pattern("who", 110, who()),
                new Pattern("when", 70, OTHERS.stream().flatMap(one ->
                        Stream.concat(Predicates.JOURNEYS.stream(), Predicates.MOVES.stream())
                        .filter(deed -> !deed.englishVerb().base().equals("stay"))
                        .map(deed -> Clause.of(one, Form.FUTURE, deed).asked(WHEN).question())).toList()),
                new Pattern("how", 60, OTHERS.stream().flatMap(one -> Predicates.JOURNEYS.stream()
                        .filter(journey -> !journey.englishRest().contains("cinema"))
                        .map(journey -> Clause.of(one, Form.PRESENT, journey).asked(HOW).question())).toList()));
    }

    private static List<Phrase> what(Form form, Stream<Predicate> predicates) {
        return predicates.flatMap(predicate -> OTHERS.stream()
                .map(one -> Clause.of(one, form, predicate).askedWhat().question())).toList();
    }

    /** Where does Anna live, where do you want to go: the place stands last in Chinese. */
    private static List<Phrase> where() {
        List<Phrase> questions = new ArrayList<>();
        for (NounPhrase one : OTHERS) {
            for (Predicate predicate : WHERE) {
                boolean goes = predicate.frenchVerb().infinitive().equals("aller");
                for (Form form : goes ? List.of(Form.WANT_TO, Form.PAST) : List.of(Form.PRESENT, Form.WANT_TO)) {
                    Clause clause = Clause.of(one, form, predicate);
                    questions.add(new Phrase("where " + English.question(clause), "où est-ce que " + French.statement(clause),
                            Chinese.clause(clause, false)).question());
                }
            }
        }
        return questions;
    }

    private static List<Phrase> who() {
        List<Clause> clauses = new ArrayList<>();
        Predicates.LASTING.forEach(deed -> clauses.add(Clause.of(WHO, Form.PROGRESSIVE, deed)));
        Predicates.AIMS.forEach(deed -> clauses.add(Clause.of(WHO, Form.WANT_TO, deed)));
        Predicates.DEEDS.stream().filter(deed -> deed.chineseCounted().isEmpty())
                .forEach(deed -> clauses.add(Clause.of(WHO, Form.PAST, deed)));
        Predicates.STATES.forEach(state -> clauses.add(Clause.of(WHO, Form.PRESENT, state)));
        return clauses.stream().filter(clause -> !clause.predicate().englishRest().contains("his"))
                .map(clause -> clause.phrase().question()).toList();
    }
}
