package seq2see.corpora.sentences;

import java.util.function.Function;

/**
 * What somebody or something is: tired, a doctor, under the table, six years old. In French it takes être or, as hunger
 * does, avoir.
 *
 * @param french         what follows the French verb, agreeing with its subject
 * @param chinese        the Chinese predicate with what goes before it: 很累, 是医生, 在桌子下面
 * @param chineseNegated the same negated
 * @param chineseAsked   the same before 吗
 */
record Quality(String english, FrenchVerb verb, Function<NounPhrase, String> french,
               String chinese, String chineseNegated, String chineseAsked) {
    private static final FrenchVerb ETRE = FrenchVerb.of("être");
    private static final FrenchVerb AVOIR = FrenchVerb.of("avoir");

    static Quality of(Adjective adjective) {
        String plain = adjective.chinese();
        return new Quality(adjective.english(), ETRE, subject -> subject.frenchAgreement(adjective),
                adjective.chinesePredicate(false), adjective.chinesePredicate(true), (plain.endsWith("的") ? "是" : "") + plain);
    }

    static Quality very(Adjective adjective) {
        return new Quality("very " + adjective.english(), ETRE, subject -> "très " + subject.frenchAgreement(adjective),
                "非常" + adjective.chinese(), "不太" + adjective.chinese(), "非常" + adjective.chinese());
    }

    static Quality too(Adjective adjective) {
        return new Quality("too " + adjective.english(), ETRE, subject -> "trop " + subject.frenchAgreement(adjective),
                "太" + adjective.chinese() + "了", "不太" + adjective.chinese(), "太" + adjective.chinese());
    }

    /** Where something is: {@code on the table | sur la table | 桌子上}. */
    static Quality at(Phrase place) {
        return new Quality(place.english(), ETRE, subject -> place.french(), "在" + place.chinese(), "不在" + place.chinese(),
                "在" + place.chinese());
    }

    /** What French has rather than is, and Chinese says with an adjective: {@code hungry | faim | 饿}. */
    static Quality had(Phrase feeling) {
        return new Quality(feeling.english(), AVOIR, subject -> feeling.french(), "很" + feeling.chinese(),
                "不" + feeling.chinese(), feeling.chinese());
    }

    /** An age, which Chinese says without a verb: {@code six years old | six ans | 六岁}. */
    static Quality aged(Phrase age) {
        return new Quality(age.english(), AVOIR, subject -> age.french(), age.chinese(), "不是" + age.chinese(), age.chinese());
    }

    /** What somebody is by trade or family: {@code a doctor | médecin | 医生}. */
    static Quality being(Phrase what) {
        return new Quality(what.english(), ETRE, subject -> what.french(), "是" + what.chinese(), "不是" + what.chinese(),
                "是" + what.chinese());
    }

    Phrase said(NounPhrase subject) {
        Person person = subject.person();
        return new Phrase(subject.english() + " " + person.be + " " + english,
                subject.french() + " " + verb.present(person) + " " + french.apply(subject), subject.chinese() + chinese);
    }

    Phrase denied(NounPhrase subject) {
        Person person = subject.person();
        return new Phrase(subject.english() + " " + English.isNot(person) + " " + english,
                subject.french() + " " + French.negatable(verb.present(person), true, "pas") + " " + french.apply(subject),
                subject.chinese() + chineseNegated);
    }

    Phrase asked(NounPhrase subject) {
        Person person = subject.person();
        return new Phrase(person.be + " " + subject.english() + " " + english,
                "est-ce que " + subject.french() + " " + verb.present(person) + " " + french.apply(subject),
                subject.chinese() + chineseAsked + "吗");
    }

    /** How it was at a time past, which Chinese tells by the time alone. */
    Phrase was(NounPhrase subject, Phrase time) {
        Person person = subject.person();
        return new Phrase(subject.english() + " " + English.was(person) + " " + english + " " + time.english(),
                subject.french() + " " + verb.imperfect(person) + " " + french.apply(subject) + " " + time.french(),
                subject.chinese() + time.chinese() + chinese);
    }
}
