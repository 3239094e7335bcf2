package io.qunbot.bot.lint;

import io.qunbot.chat.Capabilities;
import io.qunbot.chat.ChatKind;
import io.qunbot.chat.Format;
import io.qunbot.chat.Medium;
import io.qunbot.plugin.Spoken;
import io.qunbot.plugin.say.Material;
import io.qunbot.profile.Subject;
import io.qunbot.yaml.Located;
import io.qunbot.yaml.Problems;
import io.qunbot.yaml.Words;

/** Looks for the files that rules send: whether they are there, and whether WeCom takes them. */
record Materials(Shelf shelf, Problems findings) {

    /** Of the channel that takes least. */
    private static final Format.Sizes SIZES = Capabilities.of(Medium.ROBOT, ChatKind.INTERNAL).format().sizes();
    private static final long LEAST = 6;

    void check(Subject subject) {
        for (Spoken spoken : subject.says()) {
            spoken.saying().materials().forEach(material -> shelf.find(material.value().path())
                    .ifPresentOrElse(found -> look(material, found), () -> missing(material)));
            spoken.saying().image().ifPresent(image -> shelf.find(image.value().path())
                    .filter(found -> found.size() <= SIZES.file()).ifPresent(found -> image(image, found)));
        }
    }

    private void missing(Located<Material> material) {
        String path = "rules/" + material.value().path();
        findings.error("R350", material.place(), new Words("没有 " + path + " 这个文件", "there is no file " + path),
                new Words("把文件放到 " + path + ",或者改这里的路径", "put the file there, or mend the path"));
    }

    private void look(Located<Material> material, Shelf.Item found) {
        if (found.size() < LEAST || found.size() > SIZES.file()) {
            boolean small = found.size() < LEAST;
            findings.error("R351", material.place(),
                    small
                            ? new Words("文件只有 " + found.size() + " 字节,企业微信不收", "the file has " + found.size()
                                    + " bytes: WeCom takes none so small")
                            : new Words(
                                    "文件有 " + megabytes(found.size()) + " MB,企业微信最多收 " + megabytes(SIZES.file()) + " MB",
                                    "the file has " + megabytes(found.size()) + " MB; WeCom takes "
                                            + megabytes(SIZES.file())),
                    small
                            ? new Words("换成真正的文件", "put the real file there")
                            : new Words("压缩它,或者放到网上,写成 link", "make it smaller, or put it on a page and write link"));
        }
    }

    private void image(Located<Material> image, Shelf.Item found) {
        if (!found.picture()) {
            findings.warn("R352", image.place(),
                    new Words("这不是 png 或 jpg 图片,会当作文件发出去", "this is no PNG or JPG picture: it is sent as a file"),
                    new Words("另存为 png 或 jpg;本来就是文件的,写 file", "save it as PNG or JPG; if it is a file, write file"));
        } else if (found.size() > SIZES.image()) {
            findings.warn("R352", image.place(),
                    new Words("图片有 " + megabytes(found.size()) + " MB,超过 " + megabytes(SIZES.image())
                            + " MB 的,群机器人和智能机器人当作文件发出去",
                            "the picture has " + megabytes(found.size()) + " MB; above " + megabytes(SIZES.image())
                                    + " MB robots send it as a file"),
                    new Words("压缩到 " + megabytes(SIZES.image()) + " MB 以内", "make it smaller"));
        }
    }

    private static String megabytes(long bytes) {
        return bytes % (1 << 20) == 0 ? Long.toString(bytes >> 20) : "%.1f".formatted(bytes / (double) (1 << 20));
    }
}
