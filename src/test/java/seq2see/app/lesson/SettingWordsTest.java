package seq2see.app.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import seq2see.app.theme.Language;
import seq2see.app.theme.Text;

class SettingWordsTest {
    @AfterEach
    void back() {
        Text.languageProperty().set(Language.ENGLISH);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everySettingHasItsWords(Language language) {
        Text.languageProperty().set(language);
        SettingWords.NAMES.keySet().forEach(key -> assertFalse(SettingWords.name(key).isBlank(), key));
        SettingWords.VALUES.forEach((key, values) -> values.forEach(value -> assertFalse(SettingWords.value(key, value).isBlank(), key)));
    }

    @Test
    void inChineseTheyAreChinese() {
        Text.languageProperty().set(Language.CHINESE);
        assertEquals("注意力", SettingWords.name("attention"));
        assertEquals("加性", SettingWords.value("attention", "additive"));
    }

    @Test
    void whatHasNoWordsIsWrittenAsInALesson() {
        assertEquals("both-directions", SettingWords.name("both-directions"));
        assertEquals("0.25", SettingWords.value("alpha", "0.25"));
    }
}
