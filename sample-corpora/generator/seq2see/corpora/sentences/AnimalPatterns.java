package seq2see.corpora.sentences;

import java.util.List;
import java.util.stream.Stream;

/** What animals do. */
final class AnimalPatterns {
    private static final List<NounPhrase> ANIMALS = NounPhrase.list("""
            the cat | le chat | 猫 | HE
            the dog | le chien | 狗 | HE
            my cat | mon chat | 我的猫 | HE
            your dog | ton chien | 你的狗 | HE
            our cat | notre chat | 我们的猫 | HE
            her dog | son chien | 她的狗 | HE
            the cats | les chats | 那些猫 | THEY
            the dogs | les chiens | 那些狗 | THEY""");
    private static final List<Predicate> SLEEPING = Predicate.list("sleep | dormir | 睡觉");
    private static final List<Predicate> EATING = Predicate.list("""
            eat fish | manger du poisson | 吃 鱼
            drink water | boire de l'eau | 喝 水
            drink milk | boire du lait | 喝 牛奶
            play | jouer | 玩""");
    private static final List<Phrase> FEEDING_PLACES = Phrase.list("""
            in the kitchen | dans la cuisine | 厨房里
            in the garden | dans le jardin | 花园里
            behind the house | derrière la maison | 房子后面""");

    private AnimalPatterns() {
    }

    static List<Pattern> all() {
        return List.of(
                new Pattern("cat sleeps", 50, at(SLEEPING, PlacePatterns.FOR_ANIMALS)
                        .map(clause -> clause.phrase().statement()).toList()),
                new Pattern("cat eats", 50, at(EATING, FEEDING_PLACES).map(clause -> clause.phrase().statement()).toList()),
                new Pattern("does the cat eat", 40, at(EATING, FEEDING_PLACES).map(clause -> clause.asked().question()).toList()),
                new Pattern("cat is hungry", 40, ANIMALS.stream().flatMap(animal ->
                        Stream.of("hungry | faim | 饿", "thirsty | soif | 渴").map(Phrase::parsed).map(Quality::had)
                                .flatMap(feeling -> Stream.of(feeling.said(animal).statement(),
                                feeling.denied(animal).statement(), feeling.asked(animal).question()))).toList()));
    }

    private static Stream<Clause> at(List<Predicate> deeds, List<Phrase> places) {
        return ANIMALS.stream().flatMap(animal -> deeds.stream().flatMap(deed ->
                places.stream().map(place -> Clause.of(animal, Form.PROGRESSIVE, deed).at(place))));
    }
}
