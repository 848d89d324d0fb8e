package seq2see.app.lab.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SearchedTableTest {
    /** A scene keeps the path of the machine that it was made on, and may say anything. */
    @Test
    void aTableIsCalledByTheLastPartOfItsPathWhateverTheSystem() {
        assertEquals("mine.json", SearchedTable.lastPart("/home/a/mine.json"));
        assertEquals("mine.json", SearchedTable.lastPart("C:\\tables\\mine.json"));
        assertEquals("why?:.json", SearchedTable.lastPart("a/why?:.json"));
        assertEquals("a\0b", SearchedTable.lastPart("a\0b"));
        assertEquals("/", SearchedTable.lastPart("/"));
        assertEquals("", SearchedTable.lastPart(""));
    }
}
