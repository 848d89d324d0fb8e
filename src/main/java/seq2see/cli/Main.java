package seq2see.cli;

import seq2see.app.scene.SceneFile;

/**
 * The program's start: no argument opens the window, a scene's file opens it there, anything else is a command. It does not
 * extend Application, which JavaFX on the class path forbids of a main class. Neither way loads the classes of the other:
 * the ending of a scene's name is a constant, which the compiler copies.
 */
public final class Main {
    private Main() {
    }

    public static void main(String[] arguments) {
        // Formulas and charts are drawn by AWT's classes, which shall not look for a screen of their own.
        System.setProperty("java.awt.headless", "true");
        Terminal terminal = Terminal.ofTheSystem();
        boolean scene = arguments.length == 1 && arguments[0].endsWith(SceneFile.ENDING);
        System.exit(arguments.length == 0 || scene ? WindowStart.open(terminal, arguments) : Commands.run(arguments, terminal));
    }
}
