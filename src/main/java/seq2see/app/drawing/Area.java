package seq2see.app.drawing;

/** A rectangle of a picture, in pixels at scale 1. */
public record Area(double x, double y, double width, double height) {
    public double right() {
        return x + width;
    }

    public double bottom() {
        return y + height;
    }

    public double middleX() {
        return x + width / 2;
    }

    public double middleY() {
        return y + height / 2;
    }

    public boolean contains(double px, double py) {
        return px >= x && px < right() && py >= y && py < bottom();
    }

    /** The size of what both cover. */
    public double overlap(Area other) {
        double wide = Math.min(right(), other.right()) - Math.max(x, other.x);
        double high = Math.min(bottom(), other.bottom()) - Math.max(y, other.y);
        return Math.max(0, wide) * Math.max(0, high);
    }

    /** The same with a margin around it. */
    public Area grown(double margin) {
        return new Area(x - margin, y - margin, width + 2 * margin, height + 2 * margin);
    }

    public Area shifted(double right, double down) {
        return new Area(x + right, y + down, width, height);
    }

    /** Everything about it so many times as large. */
    public Area times(double by) {
        return new Area(x * by, y * by, width * by, height * by);
    }

    /** How far apart the nearest points of both are; 0 where they meet. */
    public double distance(Area other) {
        double across = Math.max(0, Math.max(other.x - right(), x - other.right()));
        double down = Math.max(0, Math.max(other.y - bottom(), y - other.bottom()));
        return Math.hypot(across, down);
    }
}
