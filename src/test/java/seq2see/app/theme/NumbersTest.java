package seq2see.app.theme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class NumbersTest {

    @Test
    void thousandsArePartedByAThinSpace() {
        assertEquals("999", Numbers.count(999));
        assertEquals("12\u2009345\u2009678", Numbers.count(12_345_678));
        assertEquals("1\u2009234.50", Numbers.fixed(1234.5, 2));
    }

    @Test
    void minusIsAMinusSign() {
        assertEquals("\u22125", Numbers.count(-5));
        assertEquals("\u22120.04", Numbers.fixed(-0.042, 2));
        assertEquals("0.00", Numbers.fixed(-0.001, 2));
        assertEquals("\u2212∞", Numbers.fixed(Double.NEGATIVE_INFINITY, 2));
        assertEquals("–", Numbers.fixed(Double.NaN, 2));
    }

    @Test
    void significantDigitsAreKept() {
        assertEquals("0.0042", Numbers.significant(0.00423, 2));
        assertEquals("52.3", Numbers.significant(52.31, 3));
        assertEquals("1\u2009230", Numbers.significant(1234, 3));
        assertEquals("0", Numbers.significant(0, 3));
        assertEquals("1.00", Numbers.significant(0.9996, 3));
        assertEquals("1.0", Numbers.significant(1, 2));
        assertEquals("0.00012", Numbers.significant(0.000123, 2));
        assertEquals("4.2×10⁻⁷", Numbers.significant(4.2e-7, 2));
        assertEquals("−1.0×10⁻¹²", Numbers.significant(-9.99e-13, 2));
    }

    @Test
    void weightsLoseTheirZero() {
        assertEquals(".68", Numbers.weight(0.681));
        assertEquals("1.0", Numbers.weight(0.997));
        assertEquals(".00", Numbers.weight(0.001));
    }

    @Test
    void aLossKeepsToSixCharacters() {
        assertEquals("0.0042", Numbers.loss(0.0042));
        assertEquals("3.13", Numbers.loss(3.134));
        assertEquals("–", Numbers.loss(Double.NaN));
        for (double loss = 1e-9; loss < 1e40; loss *= 1.7) {
            assertTrue(Numbers.loss(loss).length() <= 6, Numbers.loss(loss));
        }
    }
}
