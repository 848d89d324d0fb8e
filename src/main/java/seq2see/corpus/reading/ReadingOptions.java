package seq2see.corpus.reading;

import java.nio.charset.Charset;

/**
 * What a person says of how a corpus is to be read. What is null follows from its content.
 *
 * @param encoding       of both files, unless the second has its own
 * @param targetEncoding of the second file
 * @param header         whether the first record names the columns
 * @param sourceColumn   its number from 1, its name, or its language
 * @param targetColumn   the same of the targets
 * @param keepTags       whether code that stands inside of the sentences is kept as text: of TMX and of Anki's decks it is not,
 *                       of other files it is, unless this says so
 */
public record ReadingOptions(Format format, Charset encoding, Charset targetEncoding, Boolean header, String sourceColumn,
                             String targetColumn, Boolean keepTags) {
    /** Everything follows from the content. */
    public static final ReadingOptions FOLLOWING = new ReadingOptions(null, null, null, null, null, null, null);

    public ReadingOptions withFormat(Format other) {
        return new ReadingOptions(other, encoding, targetEncoding, header, sourceColumn, targetColumn, keepTags);
    }

    public ReadingOptions withEncoding(Charset other) {
        return new ReadingOptions(format, other, targetEncoding, header, sourceColumn, targetColumn, keepTags);
    }

    public ReadingOptions withHeader(Boolean other) {
        return new ReadingOptions(format, encoding, targetEncoding, other, sourceColumn, targetColumn, keepTags);
    }

    public ReadingOptions withColumns(String source, String target) {
        return new ReadingOptions(format, encoding, targetEncoding, header, source, target, keepTags);
    }

    public ReadingOptions withTags(Boolean kept) {
        return new ReadingOptions(format, encoding, targetEncoding, header, sourceColumn, targetColumn, kept);
    }
}
