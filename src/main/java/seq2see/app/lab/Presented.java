package seq2see.app.lab;

/** A place of the window that can be presented: its stage fills the screen, and a clicker goes on and back. */
public interface Presented {
    /** Leaves only the stage on the screen, or brings back what stands around it. */
    void present(boolean alone);

    /** What the clicker's forward key does. */
    void goOn();

    /** What the clicker's back key does. */
    void goBack();
}
