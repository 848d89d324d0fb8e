package seq2see.app.view;

/** Hears what somebody points at in a view. A view is told what is lit only by what it is shown. */
public interface Pointer {
    /** For a view that stands alone. */
    Pointer NOBODY = new Pointer() {
        @Override
        public void point(Pointing pointing) { }

        @Override
        public void pin(Pointing pointing) { }
    };

    /** Somebody points at this; {@link Pointing#NONE} when they no longer point at anything. */
    void point(Pointing pointing);

    /** Somebody wants this to stay lit, or where it does, to let it go. */
    void pin(Pointing pointing);
}
