package seq2see.corpora.sentences;

/** The Chinese grammar of a clause: who, when, (not) (will), where, what. */
final class Chinese {
    private Chinese() {
    }

    /** As a statement; {@code counted} says whether an object keeps its 一个, as it does in affirmative ones. */
    static String clause(Clause clause, boolean counted) {
        Predicate predicate = clause.predicate();
        return opening(clause) + middle(clause) + (isDone(clause) ? predicate.chineseDone() : predicate.chinese(counted));
    }

    /** With 吗, and with 了吗 for what may be over and done. */
    static String yesOrNo(Clause clause) {
        return opening(clause) + middle(clause) + clause.predicate().chinese(false) + (isDone(clause) ? "了吗" : "吗");
    }

    private static boolean isDone(Clause clause) {
        return clause.form() == Form.PAST && !clause.negated();
    }

    private static String opening(Clause clause) {
        return clause.subject().chinese() + (clause.form() == Form.GOING_TO ? "" : time(clause));
    }

    private static String time(Clause clause) {
        return clause.time() == null ? "" : clause.time().chinese();
    }

    private static String middle(Clause clause) {
        String place = clause.place() == null ? "" : "在" + clause.place().chinese();
        boolean has = clause.predicate().chineseVerb().equals("有");
        if (clause.form() == Form.PROGRESSIVE && !place.isEmpty()) {
            return (clause.negated() ? "没" : "") + place;
        }
        String form = clause.negated() ? clause.form().chineseNegated : clause.form().chinese;
        // A plan is made for a time: 打算明天走, but 明天会走.
        return (has && form.equals("不") ? "没" : form) + (clause.form() == Form.GOING_TO ? time(clause) : "") + place;
    }
}
