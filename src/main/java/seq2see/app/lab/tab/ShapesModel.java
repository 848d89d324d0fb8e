package seq2see.app.lab.tab;

import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.application.Platform;
import seq2see.app.view.shapes.ProductShown;
import seq2see.app.view.shapes.ShapesBatch;
import seq2see.model.ModelConfig;
import seq2see.trace.BatchTrace;
import seq2see.trace.BatchTracer;

/**
 * A model of the sizes that somebody asks for, built and run in the background; what comes of it is told on the JavaFX thread.
 * Where sizes follow each other quickly, only the newest are built, and products are timed once they rest.
 */
final class ShapesModel {
    private static final long REST_MILLIS = 400;
    private static final long IDLE_SECONDS = 10;
    private static final long SEED = 1;

    /** Makes the batch that is to be shown, on a thread of its own. */
    interface Making {
        ShapesBatch batch();
    }

    /** A model that nobody has trained, made for its sizes, with tokens drawn at random. */
    static Making untrained(ModelConfig config, int sentences, int sourceTime) {
        return () -> ShapesBatch.untrained(BatchTracer.untrained(config, sentences, sourceTime, SEED));
    }

    private final Runnable heard;
    private final ScheduledExecutorService builder = thread("shapes");
    private final ScheduledExecutorService clock = thread("product clock");
    private final AtomicInteger asked = new AtomicInteger();
    // Touched by the JavaFX thread alone.
    private Optional<ShapesBatch> built = Optional.empty();
    private Optional<ProductShown> product = Optional.empty();

    /** @param heard is called when something new is there */
    ShapesModel(Runnable heard) {
        this.heard = heard;
    }

    /** A thread that comes when there is work and goes when there has been none for a while. */
    private static ScheduledExecutorService thread(String name) {
        ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().daemon().name(name).factory());
        executor.setKeepAliveTime(IDLE_SECONDS, TimeUnit.SECONDS);
        executor.allowCoreThreadTimeOut(true);
        return executor;
    }

    Optional<ShapesBatch> built() {
        return built;
    }

    Optional<ProductShown> product() {
        return product;
    }

    /** Builds a model and runs a batch through it. Where the sizes stay, so does what was timed. */
    void build(Making making) {
        int number = asked.incrementAndGet();
        builder.execute(() -> {
            if (number != asked.get()) {
                return;
            }
            ShapesBatch batch = making.batch();
            ProductShown taken = ProductShown.of(batch.trace());
            tell(number, () -> {
                boolean sameSizes = built.filter(batch::shapedLike).isPresent();
                Optional<ProductShown> timed = product.filter(known -> sameSizes && known.timing().isPresent());
                built = Optional.of(batch);
                product = Optional.of(timed.map(taken::timedAs).orElse(taken));
                if (timed.isEmpty()) {
                    time(batch.trace(), number);
                }
            });
        });
    }

    /** Times the products again. */
    void timeAgain() {
        built.ifPresent(shown -> {
            product = product.map(ProductShown::untimed);
            time(shown.trace(), asked.get());
            heard.run();
        });
    }

    private void time(BatchTrace trace, int number) {
        clock.schedule(() -> {
            if (number == asked.get()) {
                ProductShown timed = ProductShown.timed(trace);
                tell(number, () -> product = Optional.of(timed));
            }
        }, REST_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void tell(int number, Runnable news) {
        Platform.runLater(() -> {
            if (number == asked.get()) {
                news.run();
                heard.run();
            }
        });
    }
}
