package seq2see.cli;

/**
 * The program's start: no argument opens the window, anything else is a command. It does not extend Application, which
 * JavaFX on the class path forbids of a main class. Neither way loads the classes of the other.
 */
public final class Main {
    private Main() {
    }

    public static void main(String[] arguments) {
        Terminal terminal = Terminal.ofTheSystem();
        System.exit(arguments.length == 0 ? WindowStart.open(terminal) : Commands.run(arguments, terminal));
    }
}
