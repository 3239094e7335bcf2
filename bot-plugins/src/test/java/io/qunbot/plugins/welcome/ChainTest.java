package io.qunbot.plugins.welcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ChainTest {

    private static final List<String> EVERYBODY = List.of("李", "李雷", "周姐");

    @Test
    void aChainHasLinesBehindItsNumbers() {
        assertThat(Chain.of("#接龙 聚餐 2.5 小时\n1. 李雷 我是面店的,10.5 米长\n2、周姐\n 3) 王五").lines())
                .containsExactly("李雷 我是面店的,10.5 米长", "周姐", "王五");
        assertThat(Chain.of("没有数字").lines()).isEmpty();
    }

    @Test
    void ofNamesThatBeginAlikeTheLongestCounts() {
        Chain chain = Chain.of("1. 李雷 我是面店的 2. 李我是粥店的 3. 李四 我是茶店的");
        assertThat(chain.by("李雷", EVERYBODY)).contains("我是面店的");
        assertThat(chain.by("李", EVERYBODY)).contains("我是粥店的");
        assertThat(chain.by("周姐", EVERYBODY)).isEmpty();
    }

    @Test
    void theLastLineBelongsToNobodyWhoIsKnown() {
        assertThat(Chain.of("1. 李雷 面店 2. 城南-周记 面店").last(EVERYBODY)).contains("城南-周记 面店");
        assertThat(Chain.of("1. 李雷 面店").last(EVERYBODY)).isEmpty();
    }
}
