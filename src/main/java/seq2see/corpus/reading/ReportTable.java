package seq2see.corpus.reading;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import seq2see.corpus.ReadingReport;
import seq2see.corpus.ReadingReport.Problem;

/** A report as a tab-separated table: what was left out, then what was kept and reported, a line each. */
public final class ReportTable {
    private ReportTable() {
    }

    /** Writes it in UTF-8. In an excerpt ⇥ stands for a tab and a space for other controls. */
    public static void write(ReadingReport report, OutputStream stream) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
        writer.write("line\tresult\treason\tfirst_line\texcerpt\n");
        for (Problem problem : report.problems()) {
            write(writer, "left_out", problem);
        }
        for (Problem note : report.notes()) {
            write(writer, "kept", note);
        }
        writer.flush();
    }

    private static void write(Writer writer, String result, Problem problem) throws IOException {
        writer.write(problem.line() + "\t" + result + "\t" + problem.reason().label() + "\t"
                + (problem.firstLine() == 0 ? "" : problem.firstLine()) + "\t" + shown(problem.excerpt()) + "\n");
    }

    /** A line with its tabs made visible and other controls as spaces. */
    public static String shown(String excerpt) {
        return excerpt.replace("\t", " ⇥ ").replaceAll("\\p{Cntrl}", " ");
    }
}
