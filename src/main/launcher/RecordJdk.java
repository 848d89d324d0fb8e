import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;

/** Run by the build: writes the home of the JDK that runs it into the file given, for the launchers to find. */
class RecordJdk {
    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[0]);
        Files.createDirectories(file.getParent());
        Charset ofPaths = Charset.forName(System.getProperty("sun.jnu.encoding"));
        Files.writeString(file, System.getProperty("java.home") + System.lineSeparator(), ofPaths);
    }
}
