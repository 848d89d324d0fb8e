package seq2see.corpora.sentences;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The clock, the days of the week, the weather, and ways of getting somewhere. */
final class TimePatterns {
    private static final List<Phrase> HOURS = Phrase.list("""
            two o'clock | deux heures | 两点
            three o'clock | trois heures | 三点
            four o'clock | quatre heures | 四点
            five o'clock | cinq heures | 五点
            six o'clock | six heures | 六点
            seven o'clock | sept heures | 七点
            eight o'clock | huit heures | 八点
            nine o'clock | neuf heures | 九点
            ten o'clock | dix heures | 十点
            half past two | deux heures et demie | 两点半
            half past three | trois heures et demie | 三点半
            half past four | quatre heures et demie | 四点半
            half past five | cinq heures et demie | 五点半
            half past six | six heures et demie | 六点半
            half past seven | sept heures et demie | 七点半
            half past eight | huit heures et demie | 八点半
            half past nine | neuf heures et demie | 九点半""");
    private static final Phrase WHAT_TIME = Phrase.parsed("what time | à quelle heure | 几点");
    private static final List<NounPhrase> TIMETABLE = NounPhrase.list("""
            the train | le train | 火车 | HE
            the bus | le bus | 公交车 | HE""");
    private static final List<Predicate> TRAVELS = Predicate.list("""
            leave | partir | 出发
            arrive | arriver | 到""");
    private static final List<Predicate> BY = Predicate.list("""
            go to school by bus | aller à l'école en bus | 坐公交车去 学校
            go to school by bicycle | aller à l'école à vélo | 骑自行车去 学校
            go to school on foot | aller à l'école à pied | 走路去 学校
            go to the market by bus | aller au marché en bus | 坐公交车去 市场
            go to the market by bicycle | aller au marché à vélo | 骑自行车去 市场
            go to the park on foot | aller au parc à pied | 走路去 公园
            go to the beach by train | aller à la plage en train | 坐火车去 海边
            go to Paris by train | aller à Paris en train | 坐火车去 巴黎""");
    private static final List<Predicate> BY_CAR = Predicate.list("""
            go to the market by car | aller au marché en voiture | 开车去 市场
            go to the beach by car | aller à la plage en voiture | 开车去 海边
            go to Paris by car | aller à Paris en voiture | 开车去 巴黎""", "adult");
    private static final List<Phrase> TOWNS = Phrase.list("""
            in Paris | à Paris | 巴黎
            in China | en Chine | 中国
            in France | en France | 法国
            here | ici | 这里""");
    private static final List<NounPhrase> PEOPLE =
            Stream.concat(Subjects.PRONOUNS.stream(), Subjects.PEOPLE.stream()).toList();

    private TimePatterns() {
    }

    static List<Pattern> all() {
        return List.of(
                new Pattern("clock", 17, HOURS.stream()
                        .map(hour -> Phrase.joined(new Phrase("it is", "il est", "现在"), hour).statement()).toList()),
                new Pattern("timetable", 40, at(TIMETABLE, TRAVELS, Form.PRESENT)),
                new Pattern("day", 100, at(PEOPLE, Predicates.DAILY, Form.PRESENT)),
                new Pattern("journey at", 80, at(PEOPLE, Stream.concat(Predicates.JOURNEYS.stream(), Predicates.MOVES.stream())
                        .filter(deed -> !deed.englishVerb().base().equals("stay")).toList(), Form.FUTURE)),
                new Pattern("what time", 40, PEOPLE.stream().filter(one -> one.person() != Person.I && one.person() != Person.WE)
                        .flatMap(one -> Predicates.DAILY.stream()
                                .map(deed -> Clause.of(one, Form.PRESENT, deed).asked(WHAT_TIME).question())).toList()),
                new Pattern("by", 80, by(Form.PRESENT)),
                new Pattern("by yesterday", 40, by(Form.PAST)),
                new Pattern("by tomorrow", 40, by(Form.FUTURE)),
                new Pattern("weekday", 21, weekdays()),
                new Pattern("weather", 60, weather()));
    }

    private static List<Phrase> at(List<NounPhrase> subjects, List<Predicate> deeds, Form form) {
        return subjects.stream().flatMap(one -> deeds.stream().flatMap(deed -> HOURS.stream()
                .filter(hour -> isTimeFor(deed, hour))
                .map(hour -> new Phrase("at " + hour.english(), "à " + hour.french(), hour.chinese()))
                .map(hour -> Clause.of(one, form, deed).on(hour).phrase().statement()))).toList();
    }

    /** Everybody gets up from five to nine and goes to bed from eight to ten. */
    private static boolean isTimeFor(Predicate deed, Phrase hour) {
        return switch (deed.frenchVerb().infinitive()) {
            case "lever" -> hour.english().matches(".*(five|six|seven|eight|nine).*");
            case "coucher" -> hour.english().matches(".*(eight|nine|ten).*");
            default -> true;
        };
    }

    private static List<Phrase> by(Form form) {
        List<Phrase> times = switch (form) {
            case PAST -> Adverbials.PAST;
            case FUTURE -> Adverbials.FUTURE;
            default -> Adverbials.HABIT.subList(0, 3);
        };
        List<Phrase> phrases = new ArrayList<>();
        for (Predicate journey : Stream.concat(BY.stream(), BY_CAR.stream()).toList()) {
            boolean isFar = journey.englishRest().matches(".*(Paris|beach).*");
            for (NounPhrase one : Subjects.of(journey)) {
                Clause clause = Clause.of(one, form, journey);
                phrases.add(clause.phrase().statement());
                times.stream().filter(time -> Adverbials.fits(journey, time) && !(form == Form.PRESENT && isFar))
                        .forEach(time -> phrases.add(clause.on(time).phrase().statement()));
            }
        }
        return phrases;
    }

    private static List<Phrase> weekdays() {
        List<Phrase> days = Phrase.list("""
                Monday | lundi | 星期一
                Tuesday | mardi | 星期二
                Wednesday | mercredi | 星期三
                Thursday | jeudi | 星期四
                Friday | vendredi | 星期五
                Saturday | samedi | 星期六
                Sunday | dimanche | 星期天""");
        List<Phrase> sentences = new ArrayList<>();
        for (Phrase day : days) {
            sentences.add(Phrase.joined(new Phrase("today is", "aujourd'hui, c'est", "今天是"), day).statement());
            sentences.add(Phrase.joined(new Phrase("tomorrow is", "demain, c'est", "明天是"), day).statement());
            sentences.add(Phrase.joined(new Phrase("yesterday was", "hier, c'était", "昨天是"), day).statement());
        }
        return sentences;
    }

    private static List<Phrase> weather() {
        List<Phrase> now = Phrase.list("""
                it is raining | il pleut | 在下雨
                it is snowing | il neige | 在下雪
                it is cold | il fait froid | 很冷
                it is hot | il fait chaud | 很热
                the weather is nice | il fait beau | 天气很好
                the weather is bad | il fait mauvais | 天气不好
                it isn't cold | il ne fait pas froid | 不冷
                it isn't hot | il ne fait pas chaud | 不热""");
        List<Phrase> past = Phrase.list("""
                it rained | il a plu | 下雨了
                it snowed | il a neigé | 下雪了
                it was cold | il faisait froid | 很冷
                it was hot | il faisait chaud | 很热
                the weather was nice | il faisait beau | 天气很好
                the weather was bad | il faisait mauvais | 天气不好""");
        List<Phrase> future = Phrase.list("""
                it will rain | il pleuvra | 会下雨
                it will snow | il neigera | 会下雪
                it will be cold | il fera froid | 会很冷
                it will be hot | il fera chaud | 会很热
                the weather will be nice | il fera beau | 天气会很好""");
        return Stream.of(combined(now, TOWNS), combined(past, Adverbials.PAST), combined(future, Adverbials.FUTURE))
                .flatMap(List::stream).toList();
    }

    /** Where or when comes last in English and in French, and first in Chinese. */
    private static List<Phrase> combined(List<Phrase> events, List<Phrase> settings) {
        return events.stream().flatMap(event -> settings.stream().map(setting -> new Phrase(
                event.english() + " " + setting.english(), event.french() + " " + setting.french(),
                setting.chinese() + event.chinese()).statement())).toList();
    }
}
