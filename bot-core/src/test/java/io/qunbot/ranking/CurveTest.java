package io.qunbot.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CurveTest {

    private final Curve curve = Curve.parse("-1.0=2.0 0.5=-1.0 1.5=0.0");

    @Test
    void isStraightBetweenPoints() {
        assertThat(curve.of(-0.25)).isEqualTo(0.5, within(1e-9));
        assertThat(curve.of(0.5)).isEqualTo(-1);
        assertThat(curve.of(1)).isEqualTo(-0.5, within(1e-9));
    }

    @Test
    void isLevelOutside() {
        assertThat(curve.of(-7)).isEqualTo(2);
        assertThat(curve.of(7)).isZero();
    }

    @Test
    void aPointThatIsNoNumberIsRefused() {
        assertThatThrownBy(() -> Curve.parse("0=1 x=2")).isInstanceOf(NumberFormatException.class);
    }
}
