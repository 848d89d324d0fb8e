package seq2see.corpora.sentences;

/**
 * Who does what, when and where: what the three grammars turn into words.
 *
 * @param place null where it is not said
 * @param time  null where it is not said
 */
record Clause(NounPhrase subject, Predicate predicate, Form form, boolean negated, Phrase place, Phrase time) {

    static Clause of(NounPhrase subject, Form form, Predicate predicate) {
        return new Clause(subject, predicate, form, false, null, null);
    }

    Clause not() {
        return new Clause(subject, predicate, form, true, place, time);
    }

    Clause at(Phrase where) {
        return new Clause(subject, predicate, form, negated, where, time);
    }

    Clause on(Phrase when) {
        return new Clause(subject, predicate, form, negated, place, when);
    }

    /** As a statement or a part of one, without capital and full stop. */
    Phrase phrase() {
        return new Phrase(English.statement(this), French.statement(this), Chinese.clause(this, !negated));
    }

    /** As a question that is answered yes or no, without capital and question mark. */
    Phrase asked() {
        return new Phrase(English.question(this), "est-ce que " + French.statement(this), Chinese.yesOrNo(this));
    }

    /** As a question that opens with a word, which follows the subject in Chinese: {@code why | pourquoi | 为什么}. */
    Phrase asked(Phrase word) {
        String afterSubject = Chinese.clause(this, false).substring(subject.chinese().length());
        return new Phrase(word.english() + " " + English.question(this), word.french() + " est-ce que " + French.statement(this),
                subject.chinese() + word.chinese() + afterSubject);
    }

    /** As a question after the object, for which the predicate has 什么 in Chinese: what is she eating. */
    Phrase askedWhat() {
        return new Phrase("what " + English.question(this), "qu'est-ce que " + French.statement(this),
                Chinese.clause(this, false));
    }
}
