package seq2see.corpora.sentences;

import java.util.List;
import java.util.stream.Stream;

/** Whole sentences written by hand: what people say so often that no grammar makes it. */
final class Sayings {
    private static final String MEETING = """
            Hello! | Bonjour ! | 你好！
            Hi! | Salut ! | 嗨！
            Good morning! | Bonjour ! | 早上好！
            Good evening! | Bonsoir ! | 晚上好！
            Good night! | Bonne nuit ! | 晚安！
            Goodbye! | Au revoir ! | 再见！
            See you tomorrow! | À demain ! | 明天见！
            See you tonight! | À ce soir ! | 今晚见！
            See you on Monday! | À lundi ! | 星期一见！
            See you soon! | À bientôt ! | 回头见！
            Welcome! | Bienvenue ! | 欢迎！
            Welcome to Paris! | Bienvenue à Paris ! | 欢迎来巴黎！
            Welcome to China! | Bienvenue en Chine ! | 欢迎来中国！
            Thank you. | Merci. | 谢谢。
            Thank you very much. | Merci beaucoup. | 非常感谢。
            Thank you for your help. | Merci pour ton aide. | 谢谢你的帮助。
            Thank you for the flowers. | Merci pour les fleurs. | 谢谢你的花。
            You are welcome. | De rien. | 不客气。
            Excuse me. | Excuse-moi. | 打扰一下。
            I am sorry. | Je suis désolé. | 对不起。
            It doesn't matter. | Ce n'est pas grave. | 没关系。
            How are you? | Comment vas-tu ? | 你好吗？
            I am very well, thank you. | Je vais très bien, merci. | 我很好，谢谢。
            I am not very well. | Je ne vais pas très bien. | 我不太好。
            How is your mother? | Comment va ta mère ? | 你妈妈好吗？
            How is your father? | Comment va ton père ? | 你爸爸好吗？
            How is your family? | Comment va ta famille ? | 你的家人好吗？
            And you? | Et toi ? | 你呢？
            What is your name? | Comment t'appelles-tu ? | 你叫什么名字？
            My name is Anna. | Je m'appelle Anna. | 我叫安娜。
            My name is Paul. | Je m'appelle Paul. | 我叫保罗。
            What is his name? | Comment s'appelle-t-il ? | 他叫什么名字？
            What is her name? | Comment s'appelle-t-elle ? | 她叫什么名字？
            His name is Paul. | Il s'appelle Paul. | 他叫保罗。
            Her name is Anna. | Elle s'appelle Anna. | 她叫安娜。
            Nice to meet you! | Enchanté ! | 很高兴认识你！
            Where are you from? | D'où viens-tu ? | 你是哪里人？
            I am from China. | Je viens de Chine. | 我来自中国。
            I am from France. | Je viens de France. | 我来自法国。
            He is from China. | Il vient de Chine. | 他来自中国。
            She is from France. | Elle vient de France. | 她来自法国。
            How old are you? | Quel âge as-tu ? | 你多大了？
            How old is your sister? | Quel âge a ta sœur ? | 你妹妹多大了？
            How old is your brother? | Quel âge a ton frère ? | 你哥哥多大了？
            Do you live here? | Est-ce que tu habites ici ? | 你住在这里吗？
            This is my friend Paul. | C'est mon ami Paul. | 这是我朋友保罗。
            This is my sister Anna. | C'est ma sœur Anna. | 这是我妹妹安娜。
            Come in, please! | Entre, s'il te plaît ! | 请进！
            Sit down, please. | Assieds-toi, s'il te plaît. | 请坐。
            Make yourself at home. | Fais comme chez toi. | 别客气，随便坐。""";

    private static final String TALKING = """
            Yes. | Oui. | 是的。
            No. | Non. | 不是。
            Yes, please. | Oui, s'il te plaît. | 好的，谢谢。
            No, thank you. | Non, merci. | 不用了，谢谢。
            Of course! | Bien sûr ! | 当然！
            Perhaps. | Peut-être. | 也许吧。
            Perhaps tomorrow. | Peut-être demain. | 也许明天吧。
            I don't know. | Je ne sais pas. | 我不知道。
            I don't understand. | Je ne comprends pas. | 我不明白。
            I understand. | Je comprends. | 我明白了。
            I forgot. | J'ai oublié. | 我忘了。
            I remember. | Je me souviens. | 我记得。
            I agree. | Je suis d'accord. | 我同意。
            I don't agree. | Je ne suis pas d'accord. | 我不同意。
            I think so. | Je crois que oui. | 我觉得是。
            I hope so. | J'espère que oui. | 希望如此。
            You are right. | Tu as raison. | 你说得对。
            You are wrong. | Tu as tort. | 你错了。
            That is true. | C'est vrai. | 这是真的。
            That isn't true. | Ce n'est pas vrai. | 这不是真的。
            That is a good idea! | C'est une bonne idée ! | 好主意！
            That is very kind. | C'est très gentil. | 你真好。
            It is easy. | C'est facile. | 这很容易。
            It is difficult. | C'est difficile. | 这很难。
            It isn't easy. | Ce n'est pas facile. | 这不容易。
            It is too late. | C'est trop tard. | 太晚了。
            It is very important. | C'est très important. | 这非常重要。
            It is impossible. | C'est impossible. | 这不可能。
            What is this? | Qu'est-ce que c'est ? | 这是什么？
            Who is it? | Qui est-ce ? | 是谁？
            What does this word mean? | Que veut dire ce mot ? | 这个词是什么意思？
            How do you say this in French? | Comment dit-on cela en français ? | 这个用法语怎么说？
            How do you say this in Chinese? | Comment dit-on cela en chinois ? | 这个用中文怎么说？
            Can you repeat, please? | Est-ce que tu peux répéter, s'il te plaît ? | 请再说一遍，好吗？
            Speak more slowly, please. | Parle plus lentement, s'il te plaît. | 请说慢一点。
            Can you help me? | Est-ce que tu peux m'aider ? | 你能帮助我吗？
            I need your help. | J'ai besoin de ton aide. | 我需要你的帮助。
            What happened? | Qu'est-ce qui s'est passé ? | 发生了什么事？
            What is the problem? | Quel est le problème ? | 有什么问题？
            There is no problem. | Il n'y a pas de problème. | 没问题。
            Are you ready? | Est-ce que tu es prêt ? | 你准备好了吗？
            I am ready. | Je suis prêt. | 我准备好了。
            We are ready. | Nous sommes prêts. | 我们准备好了。
            Wait for me! | Attends-moi ! | 等等我！
            Look at me! | Regarde-moi ! | 看着我！
            Listen to me! | Écoute-moi ! | 听我说！
            Help me! | Aide-moi ! | 帮帮我！
            Follow me! | Suis-moi ! | 跟我来！
            Call me tomorrow! | Appelle-moi demain ! | 明天给我打电话！
            Don't worry! | Ne t'inquiète pas ! | 别担心！
            Don't cry! | Ne pleure pas ! | 别哭！
            Be careful! | Fais attention ! | 小心！
            Hurry up! | Dépêche-toi ! | 快点！
            Let's go! | Allons-y ! | 我们走吧！
            Wait a minute! | Attends une minute ! | 等一下！
            It is my turn. | C'est mon tour. | 轮到我了。
            It is your turn. | C'est ton tour. | 轮到你了。
            Me too. | Moi aussi. | 我也是。
            Me neither. | Moi non plus. | 我也不。
            Why? | Pourquoi ? | 为什么？
            Why not? | Pourquoi pas ? | 为什么不呢？
            Where? | Où ? | 在哪儿？
            When? | Quand ? | 什么时候？
            How? | Comment ? | 怎么做？
            Really? | Vraiment ? | 真的吗？""";

    private static final String HOME = """
            I am hungry! | J'ai faim ! | 我饿了！
            Dinner is ready! | Le dîner est prêt ! | 晚饭做好了！
            Enjoy your meal! | Bon appétit ! | 祝你好胃口！
            Cheers! | Santé ! | 干杯！
            The soup is very good. | La soupe est très bonne. | 汤非常好喝。
            This cake is very good. | Ce gâteau est très bon. | 这块蛋糕非常好吃。
            Do you want some tea? | Est-ce que tu veux du thé ? | 你想喝茶吗？
            Do you want some coffee? | Est-ce que tu veux du café ? | 你想喝咖啡吗？
            Do you want some water? | Est-ce que tu veux de l'eau ? | 你想喝水吗？
            I would like a coffee, please. | Je voudrais un café, s'il te plaît. | 请给我一杯咖啡。
            I would like a tea, please. | Je voudrais un thé, s'il te plaît. | 请给我一杯茶。
            I would like an apple, please. | Je voudrais une pomme, s'il te plaît. | 请给我一个苹果。
            What is there to eat? | Qu'est-ce qu'il y a à manger ? | 有什么吃的？
            What is there to drink? | Qu'est-ce qu'il y a à boire ? | 有什么喝的？
            Wash your hands! | Lave-toi les mains ! | 洗手！
            Give me the bread, please. | Donne-moi le pain, s'il te plaît. | 请给我面包。
            Give me the key, please. | Donne-moi la clé, s'il te plaît. | 请给我钥匙。
            Show me the photos! | Montre-moi les photos ! | 给我看看照片！
            Good night, my child. | Bonne nuit, mon enfant. | 晚安，我的孩子。
            Sleep well! | Dors bien ! | 好好睡！
            I slept very well. | J'ai très bien dormi. | 我睡得很好。
            I didn't sleep well. | Je n'ai pas bien dormi. | 我没睡好。
            Somebody is at the door. | Quelqu'un est à la porte. | 有人在门口。
            Nobody is at home. | Personne n'est à la maison. | 没有人在家。
            The door is open. | La porte est ouverte. | 门开着。
            The door is closed. | La porte est fermée. | 门关着。
            The window is open. | La fenêtre est ouverte. | 窗户开着。
            The window is closed. | La fenêtre est fermée. | 窗户关着。
            The phone is ringing. | Le téléphone sonne. | 电话响了。
            Where are my glasses? | Où sont mes lunettes ? | 我的眼镜在哪儿？
            I am looking for my glasses. | Je cherche mes lunettes. | 我在找我的眼镜。
            I can't find my glasses. | Je ne trouve pas mes lunettes. | 我找不到我的眼镜。
            The cat is on the roof. | Le chat est sur le toit. | 猫在屋顶上。
            The children are playing in the garden. | Les enfants jouent dans le jardin. | 孩子们在花园里玩。
            The birds are singing. | Les oiseaux chantent. | 鸟儿在唱歌。
            The baby is sleeping. | Le bébé dort. | 宝宝在睡觉。
            Happy birthday! | Bon anniversaire ! | 生日快乐！
            Happy New Year! | Bonne année ! | 新年快乐！
            When is your birthday? | Quand est ton anniversaire ? | 你的生日是什么时候？
            Today is my birthday. | Aujourd'hui, c'est mon anniversaire. | 今天是我的生日。
            I love you. | Je t'aime. | 我爱你。
            I love my family. | J'aime ma famille. | 我爱我的家人。
            I missed you. | Tu m'as manqué. | 我很想你。
            Have a nice day! | Bonne journée ! | 祝你今天愉快！
            Have a nice evening! | Bonne soirée ! | 祝你晚上愉快！
            Have a nice weekend! | Bon week-end ! | 周末愉快！
            Good luck! | Bonne chance ! | 祝你好运！
            Congratulations! | Félicitations ! | 恭喜！
            Get well soon! | Bon rétablissement ! | 祝你早日康复！
            I have a headache. | J'ai mal à la tête. | 我头疼。
            My brother has a headache. | Mon frère a mal à la tête. | 我哥哥头疼。
            I have a cold. | Je suis enrhumé. | 我感冒了。
            My sister is ill. | Ma sœur est malade. | 我妹妹生病了。
            My mother is ill. | Ma mère est malade. | 我妈妈生病了。
            Are you ill? | Est-ce que tu es malade ? | 你生病了吗？
            You must see a doctor. | Tu dois voir un médecin. | 你必须去看医生。
            I feel better today. | Je me sens mieux aujourd'hui. | 我今天感觉好多了。""";

    private static final String OUTSIDE = """
            Have a good trip! | Bon voyage ! | 一路平安！
            Where is the station, please? | Où est la gare, s'il te plaît ? | 请问，车站在哪儿？
            Where is the hotel, please? | Où est l'hôtel, s'il te plaît ? | 请问，酒店在哪儿？
            Where are the toilets, please? | Où sont les toilettes, s'il te plaît ? | 请问，洗手间在哪儿？
            How do I get to the station? | Comment est-ce que je vais à la gare ? | 去车站怎么走？
            Turn left. | Tourne à gauche. | 往左转。
            Turn right. | Tourne à droite. | 往右转。
            Go straight on. | Va tout droit. | 一直走。
            It is very far. | C'est très loin. | 很远。
            It isn't far. | Ce n'est pas loin. | 不远。
            It is very near. | C'est tout près. | 很近。
            The school is near the park. | L'école est près du parc. | 学校在公园附近。
            The hotel is near the station. | L'hôtel est près de la gare. | 酒店在车站附近。
            The library is near the school. | La bibliothèque est près de l'école. | 图书馆在学校附近。
            The market is in front of the station. | Le marché est devant la gare. | 市场在车站前面。
            What time is it? | Quelle heure est-il ? | 几点了？
            What time does the train leave? | À quelle heure est-ce que le train part ? | 火车几点出发？
            What time does the bus arrive? | À quelle heure est-ce que le bus arrive ? | 公交车几点到？
            What day is it today? | Quel jour sommes-nous ? | 今天星期几？
            The train is late. | Le train est en retard. | 火车晚点了。
            The bus is late. | Le bus est en retard. | 公交车晚点了。
            I am late. | Je suis en retard. | 我迟到了。
            Don't be late! | Ne sois pas en retard ! | 别迟到！
            A ticket to Paris, please. | Un billet pour Paris, s'il te plaît. | 请给我一张去巴黎的票。
            Two tickets, please. | Deux billets, s'il te plaît. | 请给我两张票。
            How much is it? | C'est combien ? | 多少钱？
            How much does this hat cost? | Combien coûte ce chapeau ? | 这顶帽子多少钱？
            How much does this dress cost? | Combien coûte cette robe ? | 这条裙子多少钱？
            How much does this car cost? | Combien coûte cette voiture ? | 这辆车多少钱？
            How much does this book cost? | Combien coûte ce livre ? | 这本书多少钱？
            How much does this umbrella cost? | Combien coûte ce parapluie ? | 这把雨伞多少钱？
            How much do these apples cost? | Combien coûtent ces pommes ? | 这些苹果多少钱？
            This hat costs ten euros. | Ce chapeau coûte dix euros. | 这顶帽子十欧元。
            This dress costs twenty euros. | Cette robe coûte vingt euros. | 这条裙子二十欧元。
            This book costs ten euros. | Ce livre coûte dix euros. | 这本书十欧元。
            This book costs twenty euros. | Ce livre coûte vingt euros. | 这本书二十欧元。
            This umbrella costs twenty euros. | Ce parapluie coûte vingt euros. | 这把雨伞二十欧元。
            It is too expensive. | C'est trop cher. | 太贵了。
            It isn't expensive. | Ce n'est pas cher. | 不贵。
            The shop is closed. | Le magasin est fermé. | 商店关门了。
            The shop is open. | Le magasin est ouvert. | 商店开着门。
            The library is closed today. | La bibliothèque est fermée aujourd'hui. | 图书馆今天关门。
            The museum opens at nine o'clock. | Le musée ouvre à neuf heures. | 博物馆九点开门。
            The shop opens at ten o'clock. | Le magasin ouvre à dix heures. | 商店十点开门。
            The shop closes at eight o'clock. | Le magasin ferme à huit heures. | 商店八点关门。
            The film begins at eight o'clock. | Le film commence à huit heures. | 电影八点开始。
            The lesson begins at nine o'clock. | Le cours commence à neuf heures. | 课九点开始。
            I have lost my way. | Je me suis perdu. | 我迷路了。
            I would like to pay. | Je voudrais payer. | 我想付钱。
            What is the weather like? | Quel temps fait-il ? | 天气怎么样？
            What is the weather like in Paris? | Quel temps fait-il à Paris ? | 巴黎天气怎么样？
            Is it raining? | Est-ce qu'il pleut ? | 在下雨吗？
            Is it cold in Paris? | Est-ce qu'il fait froid à Paris ? | 巴黎冷吗？
            Is it hot in China? | Est-ce qu'il fait chaud en Chine ? | 中国热吗？
            It is raining! | Il pleut ! | 下雨了！
            It is snowing! | Il neige ! | 下雪了！
            The sun is shining. | Le soleil brille. | 阳光明媚。
            The sky is blue. | Le ciel est bleu. | 天空是蓝色的。
            I like the spring. | J'aime le printemps. | 我喜欢春天。
            I like the summer. | J'aime l'été. | 我喜欢夏天。
            I like the autumn. | J'aime l'automne. | 我喜欢秋天。
            I don't like the winter. | Je n'aime pas l'hiver. | 我不喜欢冬天。
            It is often cold in winter. | Il fait souvent froid en hiver. | 冬天经常很冷。
            It is often hot in summer. | Il fait souvent chaud en été. | 夏天经常很热。
            Take your umbrella! | Prends ton parapluie ! | 带上你的雨伞！
            What colour is your car? | De quelle couleur est ta voiture ? | 你的车是什么颜色的？
            What colour is your hat? | De quelle couleur est ton chapeau ? | 你的帽子是什么颜色的？
            What colour is the house? | De quelle couleur est la maison ? | 那所房子是什么颜色的？
            Who is this man? | Qui est cet homme ? | 这个男人是谁？
            Who is this woman? | Qui est cette femme ? | 这个女人是谁？
            How many brothers do you have? | Combien de frères est-ce que tu as ? | 你有几个哥哥？
            How many children do they have? | Combien d'enfants est-ce qu'ils ont ? | 他们有几个孩子？
            How many cats does Anna have? | Combien de chats est-ce qu'Anna a ? | 安娜有几只猫？
            The cat in the hat is very happy. | Le chat au chapeau est très content. | 戴帽子的猫非常高兴。
            The lesson is over. | Le cours est fini. | 下课了。
            Open your books! | Ouvrez vos livres ! | 打开你们的书！
            I have a question. | J'ai une question. | 我有一个问题。
            What did you say? | Qu'est-ce que tu as dit ? | 你说了什么？
            I learn ten words every day. | J'apprends dix mots tous les jours. | 我每天学十个词。
            I am learning French. | J'apprends le français. | 我在学法语。
            I am learning Chinese. | J'apprends le chinois. | 我在学中文。
            My brother is learning French. | Mon frère apprend le français. | 我哥哥在学法语。
            We are learning Chinese at school. | Nous apprenons le chinois à l'école. | 我们在学校学中文。""";

    private Sayings() {
    }

    static List<Pattern> all() {
        List<Phrase> sayings = Stream.of(MEETING, TALKING, HOME, OUTSIDE).map(Phrase::list).flatMap(List::stream).toList();
        return List.of(new Pattern("sayings", sayings.size(), sayings));
    }
}
