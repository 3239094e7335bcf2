package io.qunbot.wecom.codec.tree;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NodeTest {

    private static Optional<Node> scan(String xml) {
        return XmlScanner.scan(xml.getBytes(UTF_8));
    }

    private static Optional<Node> stax(String xml) {
        return StaxTree.read(xml.getBytes(UTF_8));
    }

    private static Node read(String document) {
        return Node.read(document.getBytes(UTF_8)).orElseThrow();
    }

    @Test
    void findsFieldsWhateverTheirSpelling() {
        Node xml = read("<xml><ChatId><![CDATA[wr1]]></ChatId><From><UserId>李雷</UserId></From></xml>");
        Node json = read("{\"chat_id\":\"wr1\",\"from\":{\"userid\":\"李雷\"}}");

        assertThat(List.of(xml, json)).allSatisfy(message -> {
            assertThat(message.text("chatid")).isEqualTo("wr1");
            assertThat(message.child("from").text("userid")).isEqualTo("李雷");
            assertThat(message.text("chat")).isEmpty();
            assertThat(message.child("nobody").text("chatids")).isEmpty();
        });
    }

    @Test
    void repeatsElementsAndItemsAsSiblings() {
        Node xml = read("<xml><L><Item>a</Item><Item>b</Item></L></xml>");
        Node json = read("{\"l\":{\"item\":[\"a\",\"b\",null]}}");

        assertThat(xml.child("l").children("item")).extracting(Node::text).containsExactly("a", "b");
        assertThat(json.child("l").children("item")).extracting(Node::text).containsExactly("a", "b");
    }

    @Test
    void keepsJsonNumbersAsTheyWereWritten() {
        Node json = read(" {\"a\": 1e999999999, \"b\": 0755, \"c\": true}".replace("0755", "\"0755\""));

        assertThat(json.text("a")).isEqualTo("1e999999999");
        assertThat(json.text("b")).isEqualTo("0755");
        assertThat(json.text("c")).isEqualTo("true");
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "<xml><a><![CDATA[发票 & <b> 😀]]></a></xml>",
            "<xml>\n  <a> 两头 空 </a>\n  <b></b>\n  <c> </c>\n</xml>\n",
            "<xml><a><b><c>1</c></b></a></xml>",
            "<xml><a><![CDATA[]]></a></xml>",
            "<xml><价>1</价></xml>",
            "<xml><a>&lt;</a></xml>",
            "<xml><a>x<![CDATA[y]]>z</a></xml>",
            "<xml><a><![CDATA[]]]]><![CDATA[>]]></a></xml>",
            "<xml><a x='1'/><!-- c --></xml>",
            "<xml>x<a>1</a>y</xml>",
            "<xml><a>one\r\ntwo</a></xml>",
            "<a>]]></a>", "<a>1</b>", "<a>1", "<a></a><b></b>", "<a></a>x", "<1a></1a>", "<a>￥</a>", "<a>\uFFFE</a>"})
    void scannerAgreesWithTheFullParser(String xml) {
        assertThat(scan(xml)).satisfiesAnyOf(
                scanned -> assertThat(scanned).isEmpty(),
                scanned -> assertThat(scanned).isEqualTo(stax(xml)));
    }

    @Test
    void scannerKnowsWhatWecomWrites() {
        assertThat(scan("<xml><ToUserName><![CDATA[ww1]]></ToUserName>\n<CreateTime>1</CreateTime></xml>")).isPresent();
        assertThat(scan("<xml><L><Item>a</Item><Item><![CDATA[b]]></Item></L></xml>")).isPresent();
    }

    @Test
    void readsTheRareFormsToo() {
        assertThat(read("\uFEFF<?xml version='1.0' encoding='GBK'?><xml><a>&amp;&#x4E2D;</a></xml>").text("a"))
                .isEqualTo("&中");
        assertThat(read("<xml><a><![CDATA[]]]]><![CDATA[>]]></a></xml>").text("a")).isEqualTo("]]>");
    }

    @Test
    void oneForbiddenCharacterDoesNotHideTheMessage() {
        assertThat(read("<xml><a><![CDATA[x\u0008y]]></a></xml>").text("a")).isEqualTo("x\uFFFDy");
        assertThat(Node.read(new byte[]{'<', 'a', '>', (byte) 0xE4, (byte) 0xB8, '<', '/', 'a', '>'}))
                .contains(new Node("a", "\uFFFD", List.of()));
    }

    @Test
    void agreesOnTwentyThousandGeneratedDocuments() {
        Random random = new Random(20261122);
        int scanned = 0;
        for (int i = 0; i < 20_000; i++) {
            byte[] xml = Documents.mutated(Documents.xml(random), random);
            Optional<Node> fast = XmlScanner.scan(xml);
            if (fast.isPresent()) {
                scanned++;
                assertThat(fast).as(() -> new String(xml, UTF_8)).isEqualTo(StaxTree.read(xml));
            }
        }
        assertThat(scanned).isGreaterThan(5_000);
    }

    @Test
    void refusesWhatIsMeantToHurt() {
        String bomb = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;\">]><xml><a>&b;</a></xml>";
        String external = "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/hostname\">]><xml><a>&a;</a></xml>";

        assertThat(List.of(bomb, external, "<xml><a>&b;</a></xml>", "", " ", "{", "{}}", "[]", "{\"a\":1}x", "\0", "<"))
                .allSatisfy(document -> assertThat(Node.read(document.getBytes(UTF_8))).isEmpty());
    }

    @Test
    void refusesDepthAtOnce() {
        byte[] xml = "<a>".repeat(300_000).getBytes(UTF_8);
        byte[] odd = "<a x='1'>".repeat(100_000).getBytes(UTF_8);
        byte[] json = "{\"a\":".repeat(200_000).getBytes(UTF_8);
        byte[] array = ("{\"a\":" + "[".repeat(900_000)).getBytes(UTF_8);

        assertTimeout(Duration.ofSeconds(5),
                () -> assertThat(List.of(xml, odd, json, array))
                        .allSatisfy(deep -> assertThat(Node.read(deep)).isEmpty()));
    }
}
