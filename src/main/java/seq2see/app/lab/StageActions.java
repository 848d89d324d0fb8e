package seq2see.app.lab;

/** What can be done with what is on the stage, whatever it is. */
public interface StageActions {
    /** Fills the screen with it. */
    void present();

    /** Asks for a file and saves all that is on the screen. */
    void saveScene();

    /** Asks for a scene and opens it. */
    void openScene();

    /** Pins a text on the stage. */
    void pinNote();

    /** Somebody goes elsewhere by themselves: a class of scenes is not walked through any more. */
    void leaveScenes();
}
