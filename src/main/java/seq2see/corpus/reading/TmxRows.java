package seq2see.corpus.reading;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import seq2see.corpus.InputException;
import seq2see.corpus.ReadingReport.Reason;

/**
 * The units of a TMX file, 1.1 to 1.4; a column is a language. A document type is never fetched, and a file that declares
 * entities is refused.
 */
final class TmxRows implements Rows {
    /** Elements whose content is code of the document that was translated, not text. {@code hi} is not among them. */
    private static final Set<String> CODES = Set.of("bpt", "ept", "it", "ph", "ut");

    private final Path place;
    private final Reader reader;
    private final XMLStreamReader xml;
    private final ColumnNames languages;
    private final boolean keepTags;
    /** Rows of a unit that are still to be given: one that has several variants in a language makes several. */
    private final Queue<Row> waiting = new ArrayDeque<>();
    private String sourceLanguage = "";

    /**
     * @param place    what an {@link InputException} calls the text
     * @param keepTags whether the code inside of sentences stays, such as {@code <b>}
     */
    TmxRows(Path place, Reader reader, ColumnNames languages, boolean keepTags) throws IOException, InputException {
        this.place = place;
        this.reader = reader;
        this.languages = languages;
        this.keepTags = keepTags;
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            xml = factory.createXMLStreamReader(reader);
        } catch (XMLStreamException broken) {
            throw broken(broken);
        }
    }

    /** The language that the header names as the source; empty where it names none, or all of them. */
    String sourceLanguage() {
        return sourceLanguage;
    }

    /** A language code as columns are named: {@code en-us}, whatever its case. */
    static String language(String code) {
        return code.strip().replace('_', '-').toLowerCase(Locale.ROOT);
    }

    @Override
    public Row next() throws IOException, InputException {
        try {
            while (waiting.isEmpty() && xml.hasNext()) {
                switch (xml.next()) {
                    case XMLStreamConstants.DTD -> refuseEntities(xml.getText());
                    case XMLStreamConstants.START_ELEMENT -> start(xml.getLocalName());
                    default -> { }
                }
            }
            return waiting.poll();
        } catch (XMLStreamException broken) {
            throw broken(broken);
        }
    }

    private void refuseEntities(String documentType) throws InputException {
        if (documentType != null && documentType.contains("<!ENTITY")) {
            throw new InputException("corpus.xmlEntities", place);
        }
    }

    private void start(String element) throws XMLStreamException {
        if (element.equals("header")) {
            String code = xml.getAttributeValue(null, "srclang");
            sourceLanguage = code == null || code.equals("*all*") ? "" : language(code);
        } else if (element.equals("tu")) {
            unit(xml.getLocation().getLineNumber());
        }
    }

    /** Reads a unit to its end. */
    private void unit(int line) throws XMLStreamException {
        Map<String, List<String>> variants = new LinkedHashMap<>();
        String language = "";
        while (xml.next() != XMLStreamConstants.END_ELEMENT || !xml.getLocalName().equals("tu")) {
            if (xml.isStartElement() && xml.getLocalName().equals("tuv")) {
                language = language();
            } else if (xml.isStartElement() && xml.getLocalName().equals("seg")) {
                variants.computeIfAbsent(language, _ -> new ArrayList<>()).add(segment());
            }
        }
        Map<String, String> first = new LinkedHashMap<>();
        variants.forEach((code, texts) -> first.put(code, texts.getFirst()));
        waiting.add(row(line, first));
        variants.forEach((code, texts) -> texts.stream().skip(1).forEach(text -> {
            Map<String, String> other = new LinkedHashMap<>(first);
            other.put(code, text);
            waiting.add(row(line, other));
        }));
    }

    private Row row(int line, Map<String, String> texts) {
        String all = String.join("\t", texts.values());
        if (Unreadable.in(all)) {
            return Row.faulty(line, Reason.UNDECODABLE, all);
        }
        return all.length() > TextLines.LONGEST_LINE ? Row.faulty(line, Reason.TOO_LONG, all) : Row.of(line, languages.row(texts));
    }

    /** {@code xml:lang}, or {@code lang} as TMX had it before 1.4. */
    private String language() {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals("lang")) {
                return language(xml.getAttributeValue(i));
            }
        }
        return "";
    }

    /** The text of a sentence to its end. */
    private String segment() throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        int depth = 1;
        int insideCode = 0;
        while (depth > 0) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    depth++;
                    insideCode += insideCode > 0 || CODES.contains(xml.getLocalName()) ? 1 : 0;
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    depth--;
                    insideCode -= insideCode > 0 ? 1 : 0;
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (insideCode == 0 || keepTags) {
                        text.append(xml.getText());
                    }
                }
                default -> { }
            }
        }
        return text.toString();
    }

    private InputException broken(XMLStreamException failure) throws IOException {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException broken) {
                throw broken;
            }
        }
        int line = failure.getLocation() == null ? 1 : Math.max(1, failure.getLocation().getLineNumber());
        return new InputException("corpus.brokenXml", place, String.valueOf(line));
    }

    @Override
    public long blankLines() {
        return 0;
    }

    @Override
    public void close() throws IOException {
        try (Reader _ = reader) {
            xml.close();
        } catch (XMLStreamException failure) {
            throw new IOException(failure);
        }
    }
}
