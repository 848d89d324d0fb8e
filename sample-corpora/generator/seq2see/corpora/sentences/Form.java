package seq2see.corpora.sentences;

/** The tenses, and the verbs that stand before another one. */
enum Form {
    PROGRESSIVE(null, "在", "没在"),
    PRESENT(null, "", "不"),
    PAST(null, "", "没"),
    FUTURE(null, "会", "不会"),
    GOING_TO("aller", "打算", "不打算"),
    CAN("pouvoir", "能", "不能"),
    /** Can, as something learnt. */
    SKILL("savoir", "会", "不会"),
    MUST("devoir", "必须", "不能"),
    WANT_TO("vouloir", "想", "不想"),
    LIKE_TO("aimer", "喜欢", "不喜欢");

    /** The French verb before the infinitive, or null where the verb itself is conjugated. */
    final String frenchModal;
    final String chinese;
    final String chineseNegated;

    Form(String frenchModal, String chinese, String chineseNegated) {
        this.frenchModal = frenchModal;
        this.chinese = chinese;
        this.chineseNegated = chineseNegated;
    }
}
