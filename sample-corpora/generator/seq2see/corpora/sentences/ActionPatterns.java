package seq2see.corpora.sentences;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Who does what: going on, habit, past, future, wish, and the questions and negations of each. */
final class ActionPatterns {
    private static final Phrase WHY = Phrase.parsed("why | pourquoi | 为什么");

    /** What is not about one apple or one book, and so goes with often and never. */
    private static final List<Predicate> GENERAL_HABITS =
            Predicates.HABITS.stream().filter(habit -> habit.chineseCounted().isEmpty()).toList();

    private ActionPatterns() {
    }

    static List<Pattern> all() {
        List<Pattern> patterns = new ArrayList<>();
        patterns.addAll(goingOn());
        patterns.addAll(habits());
        patterns.addAll(past());
        patterns.addAll(future());
        patterns.addAll(wishes());
        patterns.addAll(states());
        return patterns;
    }

    private static List<Pattern> goingOn() {
        return List.of(
                pattern("going on", 160, clauses(Form.PROGRESSIVE, Predicates.LASTING), c -> c.phrase().statement()),
                pattern("going on somewhere", 200, somewhere(Form.PROGRESSIVE), c -> c.phrase().statement()),
                pattern("I am, you are", 150, ofPronouns(clauses(Form.PROGRESSIVE, Predicates.LASTING)),
                        c -> c.phrase().statement()),
                pattern("not going on", 100, clauses(Form.PROGRESSIVE, Predicates.LASTING), c -> c.not().phrase().statement()),
                asked("is it going on", 90, clauses(Form.PROGRESSIVE, Predicates.LASTING), c -> c.asked().question()),
                asked("is it going on somewhere", 40, somewhere(Form.PROGRESSIVE), c -> c.asked().question()));
    }

    private static List<Pattern> habits() {
        return List.of(
                pattern("habit", 160, timed(clauses(Form.PRESENT, Predicates.HABITS), Adverbials.HABIT),
                        c -> c.phrase().statement()),
                pattern("I do, you do", 100, ofPronouns(timed(clauses(Form.PRESENT, Predicates.HABITS), Adverbials.HABIT)),
                        c -> c.phrase().statement()),
                asked("habit asked", 60, timed(clauses(Form.PRESENT, Predicates.HABITS), Adverbials.HABIT.subList(0, 3)),
                        c -> c.asked().question()),
                frequency(),
                pattern("never", 90, clauses(Form.PRESENT, GENERAL_HABITS), ActionPatterns::never));
    }

    private static List<Pattern> past() {
        List<Predicate> done = Predicates.DEEDS;
        return List.of(
                pattern("past", 150, clauses(Form.PAST, done), c -> c.phrase().statement()),
                pattern("past with a time", 200, timed(clauses(Form.PAST, done), Adverbials.PAST), c -> c.phrase().statement()),
                pattern("I did, you did", 120, ofPronouns(timed(clauses(Form.PAST, done), Adverbials.PAST)),
                        c -> c.phrase().statement()),
                pattern("past somewhere", 90, somewhere(Form.PAST), c -> c.phrase().statement()),
                pattern("past negated", 140, clauses(Form.PAST, done), c -> c.not().phrase().statement()),
                asked("past asked", 110, clauses(Form.PAST, done), c -> c.asked().question()));
    }

    private static List<Pattern> future() {
        List<Predicate> coming = Stream.of(Predicates.EVENTS, Predicates.OUTCOMES, Predicates.JOURNEYS, Predicates.MOVES,
                Predicates.LARGE, Predicates.HOUSEWORK).flatMap(List::stream).toList();
        return List.of(
                pattern("future", 160, timed(clauses(Form.FUTURE, coming), Adverbials.FUTURE), c -> c.phrase().statement()),
                pattern("I will, you will", 120, ofPronouns(timed(clauses(Form.FUTURE, coming), Adverbials.FUTURE)),
                        c -> c.phrase().statement()),
                pattern("future negated", 80, clauses(Form.FUTURE, coming), c -> c.not().phrase().statement()),
                asked("future asked", 60, timed(clauses(Form.FUTURE, coming), Adverbials.FUTURE), c -> c.asked().question()),
                pattern("plan", 150, timed(clauses(Form.GOING_TO, Predicates.AIMS), Adverbials.FUTURE),
                        c -> c.phrase().statement()),
                pattern("plan negated", 70, clauses(Form.GOING_TO, Predicates.AIMS), c -> c.not().phrase().statement()),
                asked("plan asked", 70, clauses(Form.GOING_TO, Predicates.AIMS), c -> c.asked().question()));
    }

    private static List<Pattern> wishes() {
        List<Predicate> pleasures = Stream.of(Predicates.MEALS, Predicates.READING, Predicates.EVENING, Predicates.OUTDOORS,
                Predicates.JOURNEYS).flatMap(List::stream).filter(deed -> deed.chineseCounted().isEmpty()).toList();
        return List.of(
                pattern("wish", 150, clauses(Form.WANT_TO, Predicates.AIMS), c -> c.phrase().statement()),
                pattern("wish negated", 100, clauses(Form.WANT_TO, Predicates.AIMS), c -> c.not().phrase().statement()),
                asked("wish asked", 80, clauses(Form.WANT_TO, Predicates.AIMS), c -> c.asked().question()),
                pattern("pleasure", 110, clauses(Form.LIKE_TO, pleasures), c -> c.phrase().statement()),
                pattern("duty", 140, clauses(Form.MUST, Predicates.DUTIES), c -> c.phrase().statement()),
                asked("ability asked", 50, clauses(Form.CAN, Predicates.ERRANDS), c -> c.asked().question()),
                pattern("inability", 60, clauses(Form.CAN, Predicates.CHANCES), c -> c.not().phrase().statement()),
                pattern("skill", 40, clauses(Form.SKILL, Predicates.SKILLS), c -> c.phrase().statement()),
                pattern("skill negated", 40, clauses(Form.SKILL, Predicates.SKILLS), c -> c.not().phrase().statement()),
                asked("skill asked", 40, clauses(Form.SKILL, Predicates.SKILLS), c -> c.asked().question()),
                asked("why", 70, clauses(Form.WANT_TO, Predicates.AIMS), c -> c.asked(WHY).question()),
                asked("why not", 40, clauses(Form.WANT_TO, Predicates.AIMS), c -> c.not().asked(WHY).question()));
    }

    private static List<Pattern> states() {
        return List.of(
                pattern("state", 190, clauses(Form.PRESENT, Predicates.STATES), c -> c.phrase().statement()),
                pattern("I like, you like", 60, ofPronouns(clauses(Form.PRESENT, Predicates.STATES)), c -> c.phrase().statement()),
                pattern("state negated", 140, clauses(Form.PRESENT, Predicates.STATES), c -> c.not().phrase().statement()),
                asked("state asked", 110, clauses(Form.PRESENT, Predicates.STATES), c -> c.asked().question()));
    }

    private static Pattern pattern(String name, int most, List<Clause> clauses, Function<Clause, Phrase> sentence) {
        return new Pattern(name, most, clauses.stream().map(sentence).toList());
    }

    /** Questions; nobody asks them about himself. */
    private static Pattern asked(String name, int most, List<Clause> clauses, Function<Clause, Phrase> sentence) {
        return pattern(name, most, clauses.stream().filter(clause -> clause.subject().person() != Person.I
                && clause.subject().person() != Person.WE).toList(), sentence);
    }

    private static List<Clause> clauses(Form form, List<Predicate> predicates) {
        List<Clause> clauses = new ArrayList<>();
        for (Predicate predicate : predicates) {
            for (NounPhrase subject : Subjects.of(predicate)) {
                clauses.add(Clause.of(subject, form, predicate));
            }
        }
        return clauses;
    }

    private static List<Clause> timed(List<Clause> clauses, List<Phrase> times) {
        return clauses.stream().flatMap(clause -> times.stream().filter(time -> Adverbials.fits(clause.predicate(), time))
                .map(clause::on)).toList();
    }

    /** The pronouns have verb forms of their own, which have to be met more often than other subjects. */
    private static List<Clause> ofPronouns(List<Clause> clauses) {
        return clauses.stream().filter(clause -> Subjects.PRONOUNS.contains(clause.subject())).toList();
    }

    private static List<Clause> somewhere(Form form) {
        return clauses(form, Predicates.LASTING).stream()
                .filter(clause -> form == Form.PROGRESSIVE || !clause.predicate().is("desk"))
                .flatMap(clause -> Adverbials.places(clause.predicate()).stream().map(clause::at)).toList();
    }

    /** He often drinks tea: the adverb stands before the English and the Chinese verb, and after the French one. */
    private static Pattern frequency() {
        List<Phrase> sentences = new ArrayList<>();
        for (Clause clause : clauses(Form.PRESENT, GENERAL_HABITS)) {
            NounPhrase subject = clause.subject();
            for (Phrase often : Adverbials.FREQUENCY) {
                sentences.add(new Phrase(
                        subject.english() + " " + often.english() + " " + English.verbAndRest(clause),
                        French.often(clause, often.french()),
                        subject.chinese() + often.chinese() + clause.predicate().chinese(false)).statement());
            }
        }
        return new Pattern("frequency", 150, sentences);
    }

    private static Phrase never(Clause clause) {
        NounPhrase subject = clause.subject();
        return new Phrase(subject.english() + " never " + English.verbAndRest(clause), French.never(clause),
                subject.chinese() + "从来不" + clause.predicate().chinese(false)).statement();
    }
}
