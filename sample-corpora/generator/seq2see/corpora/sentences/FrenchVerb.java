package seq2see.corpora.sentences;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The forms of a French verb.
 *
 * @param present    for je, tu, il, nous, ils
 * @param futureStem what the endings of the future follow: manger-
 * @param reflexive  whether it goes with me, te, se, nous
 */
record FrenchVerb(String infinitive, List<String> present, String participle, String futureStem, boolean reflexive) {
    private static final Set<String> WITH_ETRE = Set.of("aller", "venir", "arriver", "partir", "sortir", "rester",
            "rentrer", "tomber");
    private static final List<String> FUTURE_ENDINGS = List.of("ai", "as", "a", "ons", "ont");
    private static final List<String> IMPERFECT_ENDINGS = List.of("ais", "ais", "ait", "ions", "aient");
    private static final Map<String, FrenchVerb> IRREGULAR = new HashMap<>();

    static {
        Table.rows("""
                être | suis es est sommes sont | été | ser
                avoir | ai as a avons ont | eu | aur
                aller | vais vas va allons vont | allé | ir
                venir | viens viens vient venons viennent | venu | viendr
                partir | pars pars part partons partent | parti | partir
                sortir | sors sors sort sortons sortent | sorti | sortir
                dormir | dors dors dort dormons dorment | dormi | dormir
                dire | dis dis dit disons disent | dit | dir
                boire | bois bois boit buvons boivent | bu | boir
                lire | lis lis lit lisons lisent | lu | lir
                écrire | écris écris écrit écrivons écrivent | écrit | écrir
                faire | fais fais fait faisons font | fait | fer
                prendre | prends prends prend prenons prennent | pris | prendr
                apprendre | apprends apprends apprend apprenons apprennent | appris | apprendr
                comprendre | comprends comprends comprend comprenons comprennent | compris | comprendr
                vendre | vends vends vend vendons vendent | vendu | vendr
                attendre | attends attends attend attendons attendent | attendu | attendr
                perdre | perds perds perd perdons perdent | perdu | perdr
                rendre | rends rends rend rendons rendent | rendu | rendr
                ouvrir | ouvre ouvres ouvre ouvrons ouvrent | ouvert | ouvrir
                recevoir | reçois reçois reçoit recevons reçoivent | reçu | recevr
                courir | cours cours court courons courent | couru | courr
                voir | vois vois voit voyons voient | vu | verr
                savoir | sais sais sait savons savent | su | saur
                connaître | connais connais connaît connaissons connaissent | connu | connaîtr
                vouloir | veux veux veut voulons veulent | voulu | voudr
                pouvoir | peux peux peut pouvons peuvent | pu | pourr
                devoir | dois dois doit devons doivent | dû | devr
                manger | mange manges mange mangeons mangent | mangé | manger
                voyager | voyage voyages voyage voyageons voyagent | voyagé | voyager
                acheter | achète achètes achète achetons achètent | acheté | achèter
                lever | lève lèves lève levons lèvent | levé | lèver
                promener | promène promènes promène promenons promènent | promené | promèner
                appeler | appelle appelles appelle appelons appellent | appelé | appeller
                nettoyer | nettoie nettoies nettoie nettoyons nettoient | nettoyé | nettoier
                préparer | prépare prépares prépare préparons préparent | préparé | préparer
                préférer | préfère préfères préfère préférons préfèrent | préféré | préférer""").forEach(row -> {
            String[] columns = Table.columns(row, 4);
            IRREGULAR.put(columns[0], new FrenchVerb(columns[0], List.of(columns[1].split(" ")), columns[2], columns[3], false));
        });
    }

    /** The verb with this infinitive, which may be reflexive: {@code se lever}. */
    static FrenchVerb of(String infinitive) {
        if (infinitive.startsWith("se ")) {
            FrenchVerb plain = of(infinitive.substring(3));
            return new FrenchVerb(plain.infinitive, plain.present, plain.participle, plain.futureStem, true);
        }
        FrenchVerb irregular = IRREGULAR.get(infinitive);
        if (irregular != null) {
            return irregular;
        }
        if (!infinitive.endsWith("er")) {
            throw new IllegalArgumentException("the forms of " + infinitive + " are not known");
        }
        String stem = infinitive.substring(0, infinitive.length() - 2);
        return new FrenchVerb(infinitive, List.of(stem + "e", stem + "es", stem + "e", stem + "ons", stem + "ent"),
                stem + "é", infinitive, false);
    }

    String present(Person person) {
        return present.get(person.ordinal());
    }

    String future(Person person) {
        return futureStem + FUTURE_ENDINGS.get(person.ordinal());
    }

    /** What was so: the stem of nous with other endings, but étais. */
    String imperfect(Person person) {
        String we = present(Person.WE);
        String stem = infinitive.equals("être") ? "ét" : we.substring(0, we.length() - 3);
        return stem + IMPERFECT_ENDINGS.get(person.ordinal());
    }

    /** What is told to a friend: mange, lis, va. */
    String imperative() {
        String tu = present(Person.YOU);
        return tu.endsWith("es") || tu.endsWith("as") ? tu.substring(0, tu.length() - 1) : tu;
    }

    /** The past is made with être for some verbs of going and staying and for all reflexive ones. */
    boolean takesEtre() {
        return reflexive || WITH_ETRE.contains(infinitive);
    }

    String participle(NounPhrase subject) {
        return !takesEtre() ? participle
                : participle + (subject.feminine() ? "e" : "") + (subject.person().isPlural() ? "s" : "");
    }
}
