package seq2see.app.drawing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class CsvTableTest {
    @Test
    void whatWouldPartAFieldIsQuoted() {
        CsvTable table = new CsvTable("token", "weight");
        table.row("a", 0.5);
        table.row(",", 1);
        table.row("say \"no\"", "two\nlines");
        table.row(" ", "");
        assertEquals("token,weight\na,0.5\n\",\",1\n\"say \"\"no\"\"\",\"two\nlines\"\n\" \",\n", table.toString());
    }
}
