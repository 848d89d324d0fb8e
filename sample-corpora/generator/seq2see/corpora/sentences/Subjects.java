package seq2see.corpora.sentences;

import java.util.List;
import java.util.stream.Stream;

/** Who the sentences speak of. */
final class Subjects {
    static final List<NounPhrase> PRONOUNS = NounPhrase.list("""
            I | je | 我 | I
            you | tu | 你 | YOU
            he | il | 他 | HE
            she | elle | 她 | HE f
            we | nous | 我们 | WE
            they | ils | 他们 | THEY""");

    private static final List<NounPhrase> EVERY_AGE = NounPhrase.list("""
            Anna | Anna | 安娜 | HE f
            Paul | Paul | 保罗 | HE
            my brother | mon frère | 我哥哥 | HE
            my sister | ma sœur | 我妹妹 | HE f
            my friend | mon ami | 我朋友 | HE
            my friends | mes amis | 我的朋友们 | THEY
            your sister | ta sœur | 你妹妹 | HE f
            his daughter | sa fille | 他女儿 | HE f
            their son | leur fils | 他们的儿子 | HE""");

    static final List<NounPhrase> CHILDREN = NounPhrase.list("""
            the boy | le garçon | 男孩 | HE
            the girl | la fille | 女孩 | HE f
            the children | les enfants | 孩子们 | THEY
            the students | les étudiants | 学生们 | THEY""");

    static final List<NounPhrase> ADULTS = NounPhrase.list("""
            my mother | ma mère | 我妈妈 | HE f
            my father | mon père | 我爸爸 | HE
            my parents | mes parents | 我父母 | THEY
            my grandmother | ma grand-mère | 我奶奶 | HE f
            your brother | ton frère | 你哥哥 | HE
            his wife | sa femme | 他妻子 | HE f
            her husband | son mari | 她丈夫 | HE
            our neighbours | nos voisins | 我们的邻居 | THEY
            the teacher | le professeur | 老师 | HE
            the doctor | le médecin | 医生 | HE
            the woman | la femme | 那个女人 | HE f
            the man | l'homme | 那个男人 | HE""");

    static final List<NounPhrase> PEOPLE = Stream.of(EVERY_AGE, CHILDREN, ADULTS).flatMap(List::stream).toList();

    private Subjects() {
    }

    /** Who could do this. */
    static List<NounPhrase> of(Predicate predicate) {
        Stream<NounPhrase> grown = predicate.is("child") ? Stream.empty() : ADULTS.stream();
        Stream<NounPhrase> young = predicate.is("adult") ? Stream.empty() : CHILDREN.stream();
        return Stream.of(PRONOUNS.stream(), EVERY_AGE.stream(), grown, young).flatMap(names -> names)
                .filter(subject -> !isAboutItself(subject, predicate)).toList();
    }

    /** The neighbours do not help the neighbours, nor does my mother call her mother. */
    private static boolean isAboutItself(NounPhrase subject, Predicate predicate) {
        String noun = subject.english().substring(subject.english().lastIndexOf(' ') + 1);
        return predicate.englishRest().matches(".*\\b" + noun.replaceFirst("s$", "") + "s?\\b.*");
    }
}
