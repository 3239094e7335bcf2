package io.qunbot.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.qunbot.yaml.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HolidayFilesTest {

    private static final String FILE = "config/holidays/2026.yaml";

    private static HolidayFiles read(String text) {
        return HolidayFiles.read(Map.of(FILE, text.getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @CsvSource({"2026-02-14,true", "2026-02-15,false", "2026-02-23,false", "2026-02-24,true", "2026-10-01,false",
            "2026-10-10,true", "2026-10-11,false", "2026-09-20,true", "2026-11-23,true", "2026-11-22,false"})
    void theShippedYearIsAsItWasPublished(LocalDate day, boolean worked) throws IOException {
        Holidays holidays = HolidayFiles.read(Map.of(FILE, Files.readAllBytes(Path.of("..", FILE)))).holidays();

        assertThat(holidays.isWorkday(day)).isEqualTo(worked);
        assertThat(holidays.knows(2026)).isTrue();
        assertThat(holidays.knows(2027)).isFalse();
    }

    @Test
    void aHolidayHasItsName() {
        Holidays holidays = read("year: 2026\nholidays: [{ name: 国庆节, from: \"2026-10-01\", until: \"2026-10-07\" }]\n")
                .holidays();

        assertThat(holidays.nameOf(LocalDate.of(2026, 10, 7))).contains("国庆节");
        assertThat(holidays.nameOf(LocalDate.of(2026, 10, 8))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "holidays: [{ name: 国庆节, from: \"2026-10-07\", until: \"2026-10-01\" }]",
            "holidays: [{ name: 国庆节, from: \"2026-10-01\", until: \"2027-10-07\" }]",
            "holidays: [{ name: 国庆节, from: \"2006-10-01\" }]",
            "workdays: [\"2062-10-10\"]"})
    void aDayThatCannotBeRightIsNamedAndTheFileDoesNotCount(String line) {
        HolidayFiles files = read("year: 2026\n" + line + "\n");

        assertThat(files.problems()).extracting(Problem::code).containsExactly("C031");
        assertThat(files.problems().getFirst().place().line()).isEqualTo(2);
        assertThat(files.broken()).containsExactly(FILE);
        assertThat(files.holidays().knows(2026)).isFalse();
    }
}
