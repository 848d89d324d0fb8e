package seq2see.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/**
 * Where a command reads and writes: UTF-8, whatever the locale. Results go to {@code output}, everything else to
 * {@code errors}.
 *
 * @param interactive whether a person watches the errors, so that a line there may be written over
 */
public record Terminal(InputStream input, PrintWriter output, PrintWriter errors, boolean interactive) {

    public static Terminal ofTheSystem() {
        boolean watched = System.console() != null && System.console().isTerminal();
        return of(System.in, new FileOutputStream(FileDescriptor.out), new FileOutputStream(FileDescriptor.err), watched);
    }

    public static Terminal of(InputStream input, OutputStream output, OutputStream errors, boolean interactive) {
        return new Terminal(input, writer(output), writer(errors), interactive);
    }

    private static PrintWriter writer(OutputStream stream) {
        return new PrintWriter(stream, false, StandardCharsets.UTF_8);
    }

    /** Says what is wrong, in one line whatever the text holds. */
    public void problem(String text) {
        output.flush();
        errors.println("seq2see: " + text.strip().replaceAll("\\p{Cntrl}+", " "));
        errors.flush();
    }

    /** One {@code name value} line of a result. */
    public void value(String name, Object value) {
        output.println(name + " " + value);
    }
}
