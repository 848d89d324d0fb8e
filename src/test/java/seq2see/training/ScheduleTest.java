package seq2see.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The learning rate and the teacher forcing of a step. */
class ScheduleTest {
    private static double rate(ScheduleType type, int warmUp, long step, long planned) {
        return new LearningRate(0.4, type, warmUp).at(step, planned);
    }

    /** A straight rise to 0.4 at step 20, then 0.4, then a straight fall from step 400 on, whose last hundredth holds. */
    @ParameterizedTest
    @CsvSource({"1, 0.02", "10, 0.2", "20, 0.4", "399, 0.4", "400, 0.4", "700, 0.2", "850, 0.1", "1000, 0.004", "9999, 0.004"})
    void theRateRisesStaysAndFalls(long step, double expected) {
        assertEquals(expected, rate(ScheduleType.DECAY, 20, step, 1000), 1e-12);
    }

    @ParameterizedTest
    @CsvSource({"0, 1, 0.4", "1, 1, 0.4", "5, 1, 0.08", "5, 4, 0.32", "5, 5, 0.4", "5, 9999, 0.4"})
    void aConstantRateMayWarmUp(int warmUp, long step, double expected) {
        assertEquals(expected, rate(ScheduleType.CONSTANT, warmUp, step, 1000), 1e-12);
    }

    @ParameterizedTest
    @CsvSource({"1, 0.9", "26, 0.7", "51, 0.5", "101, 0.1", "500, 0.1"})
    void teacherForcingFallsInAStraightLine(long step, double expected) {
        assertEquals(expected, new TeacherForcing(0.9, 0.1, TeacherForcingSchedule.LINEAR).at(step, 101), 1e-12);
    }

    /** 1 / (1 + e^{12 (p − ½)}) at p = 0.25 is 0.952574, of which the ends 0.997527 and 0.002473 are brought to 1 and 0. */
    @ParameterizedTest
    @CsvSource({"1, 1", "26, 0.954823", "51, 0.5", "76, 0.045177", "101, 0"})
    void teacherForcingFallsAsAnInverseSigmoid(long step, double expected) {
        assertEquals(expected, new TeacherForcing(1, 0, TeacherForcingSchedule.INVERSE_SIGMOID).at(step, 101), 1e-6);
    }

    @ParameterizedTest
    @EnumSource
    void teacherForcingNeverRisesAndEndsAtItsEnds(TeacherForcingSchedule schedule) {
        TeacherForcing forcing = new TeacherForcing(0.8, schedule == TeacherForcingSchedule.CONSTANT ? 0.8 : 0.3, schedule);
        assertEquals(0.8, forcing.at(1, 57), 1e-12);
        assertEquals(forcing.last(), forcing.at(57, 57), 1e-12);
        for (long step = 2; step <= 57; step++) {
            assertTrue(forcing.at(step, 57) <= forcing.at(step - 1, 57), "step " + step);
        }
    }

    @Test
    void aTrainingOfOneStepIsAtTheBeginning() {
        assertEquals(0.75, new TeacherForcing(0.75, 0, TeacherForcingSchedule.LINEAR).at(1, 1));
    }

    @Test
    void anotherBeginningKeepsTheCourse() {
        assertEquals(TeacherForcing.constant(0.5), TeacherForcing.ALWAYS.withFirst(0.5));
        assertEquals(new TeacherForcing(0.5, 0.1, TeacherForcingSchedule.LINEAR),
                new TeacherForcing(1, 0.1, TeacherForcingSchedule.LINEAR).withFirst(0.5));
    }
}
