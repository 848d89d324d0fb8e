package seq2see.cli;

/** The program's start. It does not extend Application: JavaFX on the class path forbids that of a main class. */
public final class Main {
    private Main() {
    }

    public static void main(String[] arguments) {
        System.out.println("Seq2See");
    }
}
