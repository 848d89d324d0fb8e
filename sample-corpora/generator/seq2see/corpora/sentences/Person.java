package seq2see.corpora.sentences;

/**
 * Who a verb speaks of. "You" is one familiar person (tu), so there are five; "I" and "you" agree as masculine, for
 * French adjectives have to choose and the English source does not say.
 */
enum Person {
    I("am", "me", "mon", "ma", "mes"),
    YOU("are", "te", "ton", "ta", "tes"),
    HE("is", "se", "son", "sa", "ses"),
    WE("are", "nous", "notre", "notre", "nos"),
    THEY("are", "se", "leur", "leur", "leurs");

    /** The present of "to be". */
    final String be;
    /** The French reflexive pronoun. */
    final String reflexive;
    private final String mon;
    private final String ma;
    private final String mes;

    Person(String be, String reflexive, String mon, String ma, String mes) {
        this.be = be;
        this.reflexive = reflexive;
        this.mon = mon;
        this.ma = ma;
        this.mes = mes;
    }

    boolean isPlural() {
        return this == WE || this == THEY;
    }

    /** Lets what was written of him (se, son, sa, ses) be of this person, as in "se laver", "perdre ses clés". */
    String personal(String french) {
        return french.replaceAll("(?U)\\bse(?= )", reflexive).replaceAll("(?U)\\bson(?= )", mon)
                .replaceAll("(?U)\\bsa(?= )", ma).replaceAll("(?U)\\bses(?= )", mes);
    }
}
