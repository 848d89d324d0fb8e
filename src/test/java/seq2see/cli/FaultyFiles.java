package seq2see.cli;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Files that are no corpus, one of each kind. */
final class FaultyFiles {
    private FaultyFiles() {
    }

    /** Makes them in the folder; the first does not exist. */
    static List<Path> in(Path folder) throws IOException {
        return List.of(folder.resolve("missing.tsv"),
                Files.createFile(folder.resolve("empty.tsv")),
                Files.createDirectory(folder.resolve("a folder")),
                Files.writeString(folder.resolve("no-tab.tsv"), "one\ntwo\nthree\n"),
                Files.write(folder.resolve("binary.tsv"), new byte[] {0x7F, 'E', 'L', 'F', 0, 1, 2, '\t', 0, '\n'}),
                Files.writeString(folder.resolve("not-utf-8.tsv"), "猫\tcat\n狗\tdog\n", Charset.forName("GB18030")),
                Files.writeString(folder.resolve("endless.tsv"), "word ".repeat(400_000)),
                Files.writeString(folder.resolve("single.tsv"), "a\tb\n"));
    }
}
