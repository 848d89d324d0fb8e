package seq2see.corpora.sentences;

import java.util.List;
import java.util.stream.Stream;

/** When and where. */
final class Adverbials {
    static final List<Phrase> PAST = Phrase.list("""
            yesterday | hier | 昨天
            last night | hier soir | 昨天晚上
            this morning | ce matin | 今天早上
            last week | la semaine dernière | 上个星期""");

    static final List<Phrase> FUTURE = Phrase.list("""
            tomorrow | demain | 明天
            tonight | ce soir | 今天晚上
            tomorrow morning | demain matin | 明天早上
            next week | la semaine prochaine | 下个星期
            on Sunday | dimanche | 星期天
            on Saturday | samedi | 星期六""");

    static final List<Phrase> HABIT = Phrase.list("""
            every day | tous les jours | 每天
            every morning | tous les matins | 每天早上
            every evening | tous les soirs | 每天晚上
            on Sundays | le dimanche | 星期天""");

    static final List<Phrase> FREQUENCY = Phrase.list("""
            always | toujours | 总是
            often | souvent | 经常
            sometimes | parfois | 有时候""");

    private static final Phrase KITCHEN = Phrase.parsed("in the kitchen | dans la cuisine | 厨房里");
    private static final Phrase GARDEN = Phrase.parsed("in the garden | dans le jardin | 花园里");
    private static final Phrase PARK = Phrase.parsed("in the park | dans le parc | 公园里");
    private static final Phrase BEACH = Phrase.parsed("on the beach | sur la plage | 海滩上");
    private static final Phrase HOME = Phrase.parsed("at home | à la maison | 家里");
    private static final Phrase SCHOOL = Phrase.parsed("at school | à l'école | 学校");
    private static final Phrase LIBRARY = Phrase.parsed("at the library | à la bibliothèque | 图书馆");
    private static final Phrase RESTAURANT = Phrase.parsed("at the restaurant | au restaurant | 餐厅");
    private static final Phrase MARKET = Phrase.parsed("at the market | au marché | 市场");
    private static final Phrase LIVING_ROOM = Phrase.parsed("in the living room | dans le salon | 客厅里");
    private static final Phrase BEDROOM = Phrase.parsed("in the bedroom | dans la chambre | 卧室里");
    private static final Phrase TOWN = Phrase.parsed("in town | en ville | 城里");

    private Adverbials() {
    }

    /** Where this could be done; none where the place goes without saying. */
    static List<Phrase> places(Predicate predicate) {
        return Stream.of(where(predicate, "meal", KITCHEN, GARDEN, RESTAURANT, HOME),
                where(predicate, "kitchen", KITCHEN, HOME),
                where(predicate, "quiet", LIBRARY, GARDEN, BEDROOM, HOME, SCHOOL),
                where(predicate, "indoors", LIVING_ROOM, HOME),
                where(predicate, "outdoors", PARK, GARDEN, BEACH),
                where(predicate, "shop", MARKET, TOWN),
                where(predicate, "desk", BEDROOM, HOME, LIVING_ROOM, GARDEN)).flatMap(List::stream).toList();
    }

    /** Nobody makes dinner in the morning, sells a house in one, or goes to school at night or on Sunday. */
    static boolean fits(Predicate predicate, Phrase time) {
        String what = predicate.englishRest();
        String when = time.english();
        return !(predicate.is("large") && !when.contains("week"))
                && !(what.contains("dinner") && when.contains("morning"))
                && !(what.matches(".*(school|market|library|museum|beach).*") && when.matches(".*(night|evening).*"))
                && !(what.contains("school") && when.matches("on S.*"));
    }

    private static List<Phrase> where(Predicate predicate, String tag, Phrase... places) {
        return predicate.is(tag) ? List.of(places) : List.of();
    }
}
