package seq2see.cli;

import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** Whether a window can be opened here. */
final class Display {
    private Display() {
    }

    /**
     * Why no window can be opened; empty where one can. Only an X server on Linux can be missing, and only where the
     * toolkit was not told to do without.
     */
    static Optional<String> missing(Map<String, String> environment, Properties properties) {
        boolean linux = properties.getProperty("os.name", "").startsWith("Linux");
        boolean chosen = properties.containsKey("glass.platform");
        if (!linux || chosen || !environment.getOrDefault("DISPLAY", "").isBlank()) {
            return Optional.empty();
        }
        return Optional.of("the window needs a display and DISPLAY is not set; "
                + "the commands do without, 'seq2see render' too (see 'seq2see --help')");
    }
}
