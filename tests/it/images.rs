//! Images: in which sizes they are published, what is left out of them, what is found in them, and that none is encoded twice.

use std::collections::BTreeMap;
use std::fs;
use std::io::Cursor;
use std::path::Path;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use image::codecs::jpeg::JpegEncoder;
use image::{
    DynamicImage, ExtendedColorType, GenericImageView as _, ImageEncoder as _, Rgb, RgbImage, Rgba, RgbaImage,
};
use prospectus::cache::remembered::Cache;
use prospectus::cache::sink::{Remembering, Unwritten};
use prospectus::images::picture::Order;
use prospectus::images::recipe::{MOST_PIXELS, RECIPE, WIDTHS};
use prospectus::output::{OutputFile, Read, Sink, Wish};
use prospectus::pipeline::{self, Nowhere};

use crate::support::{Built, Folderish, Site, golden, golden_folder, png, prospectus, run, small, without_digits};

const NORTH: &str = "content/parks/north";

/// The small site in the theme `report`, with a photograph of the north park.
fn with_photo(name: &str, bytes: Vec<u8>) -> Site {
    let settings = String::from_utf8(small().0["content/site.yaml"].clone()).unwrap();
    let facts = format!("source: report-2025\nphoto: {{file: \"{name}\", alt: {{en: A pond, de: Ein Teich}}}}\n");
    let model = String::from_utf8(small().0["content/parks/_collection.yaml"].clone()).unwrap();
    small()
        .with("content/site.yaml", &format!("{settings}theme: report\n"))
        .with(
            "content/parks/_collection.yaml",
            &model.replace("roles: {title: name}", "roles: {title: name, image: photo}"),
        )
        .with(&format!("{NORTH}/facts.yaml"), &facts)
        .with_bytes(&format!("{NORTH}/{name}"), bytes)
}

/// Red on the left, blue on the right; dark above, bright below.
fn scene(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |x, y| {
        let bright = if y * 2 < height { 90 } else { 230 };
        if x * 2 < width { Rgb([bright, 20, 20]) } else { Rgb([20, 20, bright]) }
    })
}

fn jpeg(image: &RgbImage) -> Vec<u8> {
    let mut bytes = Vec::new();
    JpegEncoder::new_with_quality(&mut bytes, 90).encode_image(image).unwrap();
    bytes
}

fn png_of(image: &DynamicImage) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    image.write_to(&mut bytes, image::ImageFormat::Png).unwrap();
    bytes.into_inner()
}

/// A JPEG file with another segment behind its beginning.
fn with_segment(jpeg: &[u8], marker: u8, data: &[u8]) -> Vec<u8> {
    let length = (data.len() as u16 + 2).to_be_bytes();
    [&jpeg[..2], &[0xff, marker], &length, data, &jpeg[2..]].concat()
}

/// Exif with an orientation and a word that stands for all that cameras write.
fn exif(orientation: u8) -> Vec<u8> {
    let entry = [0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0];
    [b"Exif\0\0MM\0\x2a\0\0\0\x08\0\x01", &entry[..], b"\0\0\0\0GPS-IS-HERE"].concat()
}

fn decoded(path: &str, bytes: &[u8]) -> DynamicImage {
    if !path.ends_with(".webp") {
        return image::load_from_memory(bytes).unwrap_or_else(|error| panic!("{path}: {error}"));
    }
    let webp = webp::Decoder::new(bytes).decode().unwrap_or_else(|| panic!("{path}"));
    let (width, height, pixels) = (webp.width(), webp.height(), webp.to_vec());
    match webp.is_alpha() {
        true => RgbaImage::from_raw(width, height, pixels).unwrap().into(),
        false => RgbImage::from_raw(width, height, pixels).unwrap().into(),
    }
}

/// The files of records, by their names without digits.
fn files(built: &Built) -> BTreeMap<String, &[u8]> {
    let below = |path: &String| path.strip_prefix("files/parks/north/").map(without_digits);
    built.files.iter().filter_map(|(path, bytes)| Some((below(path)?, &**bytes))).collect()
}

fn messages(built: &Built) -> Vec<&str> {
    built.diagnostics.iter().map(|finding| &*finding.message).collect()
}

/// The whole tag that begins so, the first time.
fn tag<'t>(page: &'t str, start: &str) -> &'t str {
    let from = page.find(start).unwrap_or_else(|| panic!("no {start} in {page}"));
    &page[from..=from + page[from..].find('>').unwrap()]
}

#[test]
fn an_image_is_published_in_smaller_widths_and_in_its_own_and_never_larger() {
    for (own, expected) in
        [(1500, &[480, 960, 1440, 1500][..]), (1440, &[480, 960, 1440]), (481, &[480, 481]), (480, &[480]), (7, &[7])]
    {
        let built = with_photo("pond.jpg", jpeg(&scene(own, own / 2 + 1))).build();

        assert_eq!(built.findings(), Vec::<String>::new());
        for (name, bytes) in built.files.iter().filter(|(path, _)| path.starts_with("files/")) {
            let width = decoded(name, bytes).width();
            assert!(expected.contains(&width), "{name} is {width} wide");
            let height = decoded(name, bytes).height();
            assert_eq!(height, (f64::from(own / 2 + 1) * f64::from(width) / f64::from(own)).round() as u32, "{name}");
        }
        let count = built.files.keys().filter(|path| path.starts_with("files/parks/north/")).count();
        assert_eq!(count, expected.len() * 2, "{own}");
        let page = built.text("en/parks/north/index.html");
        let widths = |tag: &str| match tag.split_once("srcset=\"") {
            Some((_, set)) => set.split('"').next().unwrap().split(", ").count(),
            None => 0,
        };
        assert_eq!(widths(tag(page, "<source type=\"image/webp\"")), expected.len());
        let img = tag(page, "<img src=\"/files/");
        assert_eq!(widths(img), if expected.len() > 1 { expected.len() } else { 0 });
        assert!(img.contains(&format!("width=\"{own}\" height=\"{}\"", own / 2 + 1)), "{img}");
    }
    assert_eq!(WIDTHS, [480, 960, 1440]);
}

#[test]
fn tables_name_an_image_by_where_it_is_published() {
    let built = with_photo("pond.jpg", jpeg(&scene(700, 500))).build();

    for table in ["data/parks.csv", "data/parks.facts.csv", "data/parks.spreadsheet-en.csv"] {
        let text = built.text(table);
        let from = text.find("/files/").unwrap_or_else(|| panic!("{table}: {text}"));
        let path = text[from + 1..].split([',', '\r']).next().unwrap();
        assert!(built.files.contains_key(path), "{table} names {path}");
    }
}

#[test]
fn every_address_of_a_page_is_a_file_and_every_file_has_an_address() {
    let built = with_photo("a pond, in May.jpg", jpeg(&scene(700, 500)))
        .with(&format!("{NORTH}/en.md"), "---\nname: North\n---\n![Pond](<a pond, in May.jpg>)\n")
        .build();

    assert_eq!(built.findings(), Vec::<String>::new());
    let page = built.text("en/parks/north/index.html");
    let published: Vec<&String> = built.files.keys().filter(|path| path.starts_with("files/")).collect();
    assert_eq!(published.len(), 4);
    for path in published {
        let address = format!("/{}", path.replace(' ', "%20"));
        assert!(page.contains(&address), "{address} in {page}");
    }
    for candidate in page.split(['"', ' ']).filter(|part| part.contains("/files/")) {
        let path = candidate.trim_start_matches("https://parks.example").trim_end_matches(',');
        assert!(built.files.contains_key(&path[1..].replace("%20", " ")), "{candidate}");
    }
}

#[test]
fn what_cameras_and_editors_write_into_files_is_gone() {
    let whole = jpeg(&scene(500, 300));
    let marked = with_segment(&whole, 0xe1, &exif(1));
    let marked = with_segment(&marked, 0xe1, b"http://ns.adobe.com/xap/1.0/\0GPS-IS-HERE");
    let marked = with_segment(&marked, 0xed, b"Photoshop 3.0\0GPS-IS-HERE");
    let marked = with_segment(&marked, 0xfe, b"GPS-IS-HERE");
    let marked = [&marked[..], b"GPS-IS-HERE: a film behind the end"].concat();
    let turned = with_segment(&whole, 0xe1, &exif(8));
    let chunk = |name: &[u8], data: &[u8]| {
        let sum = crc(&[name, data].concat());
        [&(data.len() as u32).to_be_bytes()[..], name, data, &sum.to_be_bytes()].concat()
    };
    let drawing = png_of(&scene(500, 300).into());
    let texts = [chunk(b"tEXt", b"Author\0GPS-IS-HERE"), chunk(b"eXIf", &exif(1)[6..])].concat();
    let drawing = [&drawing[..33], &texts, &drawing[33..]].concat();

    for (name, bytes) in [("pond.jpg", marked), ("pond.jpg", turned), ("pond.png", drawing)] {
        let built = with_photo(name, bytes).build();

        assert_eq!(built.findings(), Vec::<String>::new());
        assert!(files(&built).len() == 2, "{:?}", files(&built).keys());
        for (path, bytes) in built.files.iter().filter(|(path, _)| path.starts_with("files/")) {
            let has = |word: &[u8]| bytes.windows(word.len()).any(|window| window == word);
            assert!(!has(b"GPS-IS-HERE") && !has(b"Exif") && !has(b"EXIF"), "{path}");
        }
    }
}

/// The check sum of a PNG chunk (ISO 3309).
fn crc(bytes: &[u8]) -> u32 {
    let shifted = |sum: u32| if sum & 1 == 1 { (sum >> 1) ^ 0xedb8_8320 } else { sum >> 1 };
    !bytes.iter().fold(u32::MAX, |sum, byte| (0..8).fold(sum ^ u32::from(*byte), |sum, _| shifted(sum)))
}

#[test]
fn a_photograph_that_lies_on_its_side_stands_upright_in_every_size() {
    // What a camera writes that was turned: the scene is upright when turned by a quarter, clockwise.
    let lying = image::imageops::rotate270(&scene(600, 900));
    let built = with_photo("pond.jpg", with_segment(&jpeg(&lying), 0xe1, &exif(6))).build();

    assert_eq!(built.findings(), Vec::<String>::new());
    assert!(built.text("en/parks/north/index.html").contains("width=\"600\" height=\"900\""));
    let published: Vec<_> = built.files.iter().filter(|(path, _)| path.starts_with("files/")).collect();
    assert_eq!(published.len(), 4);
    for (path, bytes) in published {
        let image = decoded(path, bytes);
        let (width, height) = image.dimensions();
        assert_eq!(height, width * 3 / 2, "{path}");
        let at = |x: u32, y: u32| image.get_pixel(width * x / 4, height * y / 4).0;
        assert!(at(1, 1)[0] > 70 && at(1, 1)[2] < 60, "above left is red: {path} {:?}", at(1, 1));
        assert!(at(3, 1)[2] > 70 && at(3, 1)[0] < 60, "above right is blue: {path} {:?}", at(3, 1));
        assert!(at(1, 3)[0] > 180, "below left is bright: {path} {:?}", at(1, 3));
    }
}

#[test]
fn an_upright_photograph_in_srgb_is_not_encoded_again_in_its_own_size() {
    let whole = jpeg(&scene(600, 400));
    let built = with_photo("pond.jpg", with_segment(&whole, 0xe1, &exif(1))).build();

    let own = built.files.iter().find(|(path, _)| path.ends_with(".jpg") && !path.contains("-480")).unwrap().1;
    let scan = whole.windows(2).position(|two| two == [0xff, 0xda]).unwrap();
    assert!(own.ends_with(&whole[scan..]), "the coded data are those of the file");
}

#[test]
fn transparency_is_kept_and_what_is_hidden_does_not_bleed() {
    // An orange disc; what cannot be seen around it is pure green.
    let disc = RgbaImage::from_fn(700, 700, |x, y| {
        let (x, y) = (x as i32 - 350, y as i32 - 350);
        if x * x + y * y < 250 * 250 {
            Rgba([240, 100 + ((x * 7919 + y * 104_729) & 31) as u8, 0, 255])
        } else {
            Rgba([0, 255, 0, 0])
        }
    });
    let built = with_photo("disc.png", png_of(&disc.into())).build();

    let published: Vec<_> = built.files.iter().filter(|(path, _)| path.starts_with("files/")).collect();
    assert_eq!(published.len(), 4);
    for (path, bytes) in published {
        let image = decoded(path, bytes).to_rgba8();
        let width = image.width();
        assert_eq!(image.get_pixel(2, 2).0[3], 0, "{path}");
        assert!(image.get_pixel(width / 2, width / 2).0[3] == 255, "{path}");
        let greenest = image.pixels().filter(|pixel| pixel.0[3] > 40).map(|pixel| pixel.0[1]).max().unwrap();
        assert!(greenest < 190, "{path} has an edge of green: {greenest}");
    }
}

#[test]
fn a_drawing_of_few_colours_is_published_in_its_own_size_alone() {
    let lines =
        RgbImage::from_fn(1500, 900, |x, y| if y % 100 < 3 || x % 300 == 0 { Rgb([200, 0, 0]) } else { Rgb([255; 3]) });
    let drawing = png_of(&lines.into());
    let built = with_photo("plan.png", drawing.clone()).build();

    let published: Vec<_> = built.files.iter().filter(|(path, _)| path.starts_with("files/")).collect();
    assert_eq!(published.len(), 2);
    assert!(published.iter().all(|(path, bytes)| decoded(path, bytes).width() == 1500));
    let webp = published.iter().find(|(path, _)| path.ends_with(".webp")).unwrap().1;
    assert!(webp.len() <= drawing.len(), "{} of {}", webp.len(), drawing.len());
    assert_eq!(decoded(".webp", webp).to_rgb8(), image::load_from_memory(&drawing).unwrap().to_rgb8(), "without loss");
}

#[test]
fn colours_of_another_profile_become_srgb() {
    let mut bytes = Vec::new();
    let mut encoder = JpegEncoder::new_with_quality(&mut bytes, 95);
    encoder.set_icc_profile(moxcms::ColorProfile::new_display_p3().encode().unwrap()).unwrap();
    encoder.encode_image(&RgbImage::from_pixel(600, 300, Rgb([200, 60, 60]))).unwrap();
    let built = with_photo("pond.jpg", bytes).build();

    let published: Vec<_> = built.files.iter().filter(|(path, _)| path.starts_with("files/")).collect();
    assert_eq!(published.len(), 4);
    for (path, bytes) in published {
        // (200, 60, 60) of Display P3 is about (215, 46, 54) of sRGB.
        let Rgba([red, green, _, _]) = decoded(path, bytes).get_pixel(100, 100);
        assert!((210..=221).contains(&red) && (38..=52).contains(&green), "{path}: {red} {green}");
        assert!(!bytes.windows(11).any(|window| window == b"ICC_PROFILE"), "{path}");
    }
}

#[test]
fn grey_and_16_bits_are_published_as_browsers_show_them() {
    let grey: DynamicImage = DynamicImage::from(scene(600, 300)).to_luma8().into();
    let deep: DynamicImage = DynamicImage::from(scene(600, 300)).to_rgb16().into();
    for image in [grey, deep] {
        let built = with_photo("pond.png", png_of(&image)).build();

        assert_eq!(built.findings(), Vec::<String>::new());
        for (path, bytes) in built.files.iter().filter(|(path, _)| path.starts_with("files/")) {
            let shown = decoded(path, bytes);
            let own = image.to_rgb8().get_pixel(10, 10).0;
            let there = shown.to_rgb8().get_pixel(10, 10).0;
            assert!(own.iter().zip(there).all(|(own, there)| own.abs_diff(there) < 8), "{path}: {own:?} {there:?}");
        }
    }
}

#[test]
fn a_file_that_cannot_be_an_image_of_its_name_is_found_where_it_is_named() {
    let whole = jpeg(&scene(64, 64));
    let cmyk = {
        let mut bytes = Vec::new();
        JpegEncoder::new(&mut bytes).encode(&[0; 3 * 64], 8, 8, ExtendedColorType::Rgb8).unwrap();
        let frame = bytes.windows(2).position(|two| two == [0xff, 0xc0]).unwrap();
        bytes[frame + 9] = 4;
        bytes
    };
    let bomb = {
        // A head that says 40,000 times 40,000.
        let mut bytes = png(0);
        bytes[16..24].copy_from_slice(&[0, 0, 0x9c, 0x40, 0, 0, 0x9c, 0x40]);
        let sum = crc(&bytes[12..29]);
        bytes[29..33].copy_from_slice(&sum.to_be_bytes());
        bytes
    };
    let heic = b"\0\0\0\x18ftypheic\0\0\0\0heicmif1".to_vec();
    let cases: [(&str, Vec<u8>, &str, &str); 9] = [
        ("pond.jpg", b"no image at all".to_vec(), "not-an-image", "is no image, whatever its name says"),
        ("pond.jpg", Vec::new(), "not-an-image", "is no image"),
        ("pond.png", whole.clone(), "wrong-image-kind", "is named as PNG and is JPEG"),
        ("pond.jpg", heic, "wrong-image-kind", "is named as JPEG and is HEIC"),
        ("pond.webp", png(1), "wrong-image-kind", "is named as WebP and is PNG"),
        ("pond.jpg", whole[..whole.len() / 2].to_vec(), "unusable-image", "is a damaged JPEG file"),
        ("pond.jpg", cmyk, "unusable-image", "colours of print"),
        ("pond.png", bomb, "unusable-image", "has 1600 million pixels; 100 million is the most"),
        ("pond.svg", b"<html><svg/></html>".to_vec(), "not-an-image", "is no image"),
    ];
    assert_eq!(MOST_PIXELS, 100_000_000);
    for (name, bytes, code, words) in cases {
        let named = with_photo(name, bytes.clone()).build();
        assert_eq!(named.findings(), [format!("{code} {NORTH}/facts.yaml:2:15")], "{name} {words}");
        assert!(messages(&named)[0].contains(words), "{:?}", messages(&named));

        let prose = with_photo(name, bytes)
            .with(&format!("{NORTH}/facts.yaml"), "source: report-2025\n")
            .with(&format!("{NORTH}/en.md"), &format!("---\nname: North\n---\nText.\n\nSee ![a pond]({name}).\n"))
            .build();
        assert_eq!(prose.findings(), [format!("{code} {NORTH}/en.md:6:5")], "{name} {words}");
    }
}

#[test]
fn pixels_that_cannot_be_decoded_are_found_by_check_as_by_build() {
    let whole = png_of(&scene(64, 64).into());
    let data = whole.windows(4).position(|four| four == b"IDAT").unwrap();
    let mut damaged = whole.clone();
    damaged[data + 8..data + 20].fill(0xaa);
    let end = whole.len() - 12;
    let sum = crc(&damaged[data..end - 4]);
    damaged[end - 4..end].copy_from_slice(&sum.to_be_bytes());
    let site = with_photo("pond.png", damaged);

    let checked = pipeline::build(&site, &run(), &Nowhere);

    let place = format!("unusable-image {NORTH}/facts.yaml:2:15");
    assert_eq!(site.build().findings(), [&*place]);
    let found = &checked.diagnostics[0];
    assert_eq!(
        (found.code.name, &*found.place.path, found.place.line),
        ("unusable-image", &*format!("{NORTH}/facts.yaml"), 2)
    );
}

#[test]
fn other_kinds_are_published_as_they_are_with_their_size() {
    let svg = b"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 30 20'/>".to_vec();
    let gif =
        b"GIF89a\x05\x00\x04\x00\x80\x00\x00\0\0\0\xff\xff\xff,\x00\x00\x00\x00\x05\x00\x04\x00\x00\x02\x02D\x01\x00;"
            .to_vec();
    let webp = webp::Encoder::from_rgb(&scene(40, 30), 40, 30).encode(80.0).to_vec();
    for (name, bytes, size) in [("a.svg", svg, (30, 20)), ("a.gif", gif, (5, 4)), ("a.webp", webp, (40, 30))] {
        let built = with_photo(name, bytes.clone()).build();

        assert_eq!(built.findings(), Vec::<String>::new());
        let published: Vec<_> = built.files.iter().filter(|(path, _)| path.starts_with("files/")).collect();
        assert_eq!(published, [(&format!("files/parks/north/{name}"), &bytes)]);
        let page = built.text("en/parks/north/index.html");
        assert!(!page.contains("<picture>"));
        let img = tag(page, "<img src=\"/files/");
        assert!(img.contains(&format!("width=\"{}\" height=\"{}\"", size.0, size.1)), "{img}");
        assert!(!img.contains("srcset"), "{img}");
    }
}

#[test]
fn a_file_that_is_shown_and_offered_is_published_both_ways() {
    let bytes = with_segment(&jpeg(&scene(30, 20)), 0xfe, b"as it is");
    let built = with_photo("pond.jpg", bytes.clone())
        .with(&format!("{NORTH}/en.md"), "---\nname: North\n---\n[The photograph](pond.jpg)\n")
        .build();

    assert_eq!(built.files["files/parks/north/pond.jpg"], bytes);
    assert_eq!(built.files.keys().filter(|path| path.starts_with("files/")).count(), 3);
}

#[test]
fn an_image_without_words_is_an_error_in_every_language() {
    let prose = |text: &str| format!("---\nname: North\n---\n{text}\n");
    let built = with_photo("pond.png", png(1))
        .with(&format!("{NORTH}/facts.yaml"), "photo: {file: pond.png, alt: {en: A pond}}\n")
        .with(&format!("{NORTH}/en.md"), &prose("A ![ ](pond.png) in text."))
        .with(&format!("{NORTH}/de.md"), &prose("![](pond.png)"))
        .build();

    let found = built.findings();
    assert!(found.contains(&format!("missing-alt {NORTH}/en.md:4:3")), "{found:?}");
    assert!(found.contains(&format!("missing-alt {NORTH}/de.md:4:1")), "{found:?}");
    assert!(found.iter().any(|one| one.ends_with("facts.yaml:1:30")), "alt in German: {found:?}");
    assert!(built.diagnostics.iter().all(|one| one.code.severity == prospectus::diagnostics::Severity::Error));
}

#[test]
fn an_image_alone_is_a_figure_with_caption_and_credit_and_among_words_it_is_none() {
    let facts = "photo: {file: pond.jpg, alt: {en: A pond, de: Ein Teich}, caption: {en: In May, de: Im Mai}, credit: M. Roe}\n";
    let text = "---\nname: North\n---\n![The \"pond\"](pond.jpg \"Seen from <the> east\")\n\nSee ![it](pond.jpg \"Pond\") here.\n";
    let built = with_photo("pond.jpg", jpeg(&scene(600, 300)))
        .with(&format!("{NORTH}/facts.yaml"), facts)
        .with(&format!("{NORTH}/en.md"), text)
        .build();

    assert_eq!(built.findings(), Vec::<String>::new());
    let page = built.text("en/parks/north/index.html");
    let figures: Vec<&str> = page
        .match_indices("<figure class=\"photo\">")
        .map(|(at, _)| page[at..].split("</figure>").next().unwrap())
        .collect();
    let [head, alone] = figures[..] else { panic!("{figures:#?}") };
    assert!(head.ends_with("<figcaption>In May. Photo: M. Roe</figcaption>"), "{head}");
    assert!(tag(head, "<img").contains("loading=\"eager\""), "{head}");
    assert!(alone.ends_with("<figcaption>Seen from &lt;the&gt; east. Photo: M. Roe</figcaption>"), "{alone}");
    let img = tag(alone, "<img");
    for part in [
        "alt=\"The &quot;pond&quot;\"",
        "loading=\"lazy\"",
        "decoding=\"async\"",
        "width=\"600\" height=\"300\"",
        " 480w, ",
    ] {
        assert!(img.contains(part), "{part} in {img}");
    }
    let among = page.split("<p>See ").nth(1).unwrap().split("</p>").next().unwrap();
    assert!(
        among.starts_with("<picture>") && among.ends_with("</picture> here.") && among.contains(" title=\"Pond\""),
        "{among}"
    );
    let json = built.text("data/parks.json");
    assert!(json.contains("\"caption\":{\"en\":\"In May\",\"de\":\"Im Mai\"}"), "{json}");
    assert!(built.text("data/parks.csv").lines().next().unwrap().contains("photo.caption_de"));
    assert!(built.text("data/parks.facts.csv").contains(".caption"), "{}", built.text("data/parks.facts.csv"));
}

#[test]
fn networks_and_machines_are_given_an_image_in_a_size_that_they_show() {
    let built = with_photo("pond.jpg", jpeg(&scene(1600, 800))).build();

    let page = built.text("en/parks/north/index.html");
    let shared = tag(page, "<meta property=\"og:image\"");
    assert!(
        shared.contains("https://parks.example/files/parks/north/pond.") && shared.contains("-1440.jpg"),
        "{shared}"
    );
    assert!(page.contains("<meta property=\"og:image:width\" content=\"1440\">"));
    assert!(page.contains("<meta property=\"og:image:alt\" content=\"A pond\">"));
    let own = built.files.keys().find(|path| path.ends_with(".jpg") && !path.contains('-')).unwrap();
    assert!(built.text("data/parks.json").contains(&format!("https://parks.example/{own}")));
    let svg = with_photo("a.svg", b"<svg width='900' height='900'/>".to_vec()).build();
    assert!(!svg.text("en/parks/north/index.html").contains("og:image"));
}

#[test]
fn versions_have_read_their_image_and_pages_what_they_tell_of_it() {
    let built = with_photo("pond.jpg", jpeg(&scene(600, 300)))
        .with(&format!("{NORTH}/en.md"), "---\nname: North\n---\n![Pond](pond.jpg)\n")
        .build();

    let source = Read::File(format!("{NORTH}/pond.jpg").into());
    let shows: Vec<&String> = built
        .files
        .iter()
        .filter(|(_, bytes)| String::from_utf8_lossy(bytes).contains("pond."))
        .map(|(path, _)| path)
        .collect();
    assert!(shows.len() >= 4, "{shows:?}");
    let published = built.files.keys().filter(|path| path.starts_with("files/"));
    for path in published.chain(shows) {
        assert!(built.reads[path].contains(&source), "{path}");
    }
}

#[test]
fn an_image_whose_address_is_escaped_is_an_image() {
    let files = |address: &str| {
        let text = format!("---\nname: North\n---\n![Pond]({address})\n");
        let built = with_photo("pond.jpg", jpeg(&scene(600, 300))).with(&format!("{NORTH}/en.md"), &text).build();
        built.files.into_keys().filter(|path| path.starts_with("files/")).collect::<Vec<_>>()
    };

    assert_eq!(files("pond%2Ejpg"), files("pond.jpg"));
    assert!(!files("pond.jpg").is_empty());
}

#[test]
fn the_recipe_names_the_encoders_of_the_lock() {
    let lock = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.lock")).unwrap();
    let (_, encoders) = RECIPE.split_once(": ").unwrap();
    assert_eq!(encoders.split(", ").count(), 5);
    for encoder in encoders.split(", ") {
        let (name, version) = encoder.split_once(' ').unwrap();
        assert!(lock.contains(&format!("name = \"{name}\"\nversion = \"{version}\"\n")), "{encoder}: raise RECIPE");
    }
}

/// Keeps files, and counts what was encoded.
struct Counting {
    encoded: Mutex<Vec<String>>,
    files: Mutex<BTreeMap<String, Vec<u8>>>,
}

impl Sink for Counting {
    fn put(&self, file: OutputFile) {
        self.files.lock().unwrap().insert(file.path, file.bytes);
    }

    fn encoded(&self, order: &Order, _: &[u8]) {
        self.encoded.lock().unwrap().push(without_digits(&order.version.path));
    }
}

/// What a run encodes that has the cache in `folder/cache` and the old output in `folder/output`, and the files that it gives.
fn remembered(site: &Site, folder: &Path) -> (Vec<String>, BTreeMap<String, Vec<u8>>) {
    let counting = Counting { encoded: Mutex::default(), files: Mutex::default() };
    let (output, cache) = (folder.join("output"), Cache::open(folder.join("cache")));
    let built = pipeline::build(site, &run(), &Remembering { sink: &counting, cache: &cache, output: &output });
    assert!(built.diagnostics.is_empty(), "{:?}", built.diagnostics);
    let _ = fs::remove_dir_all(&output);
    let files = counting.files.into_inner().unwrap();
    for (path, bytes) in &files {
        let path = output.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    assert_eq!(cache.save(), None);
    let mut encoded = counting.encoded.into_inner().unwrap();
    encoded.sort();
    (encoded, files)
}

fn two_photos(second: u8) -> Site {
    let other = RgbImage::from_pixel(500, 300, Rgb([second, 90, 90]));
    with_photo("pond.jpg", jpeg(&scene(500, 400)))
        .with_bytes(&format!("{NORTH}/other.jpg"), jpeg(&other))
        .with(&format!("{NORTH}/en.md"), "---\nname: North\n---\n![Other](other.jpg)\n")
}

const OTHER: [&str; 4] = [
    "files/parks/north/other.jpg",
    "files/parks/north/other.jpg",
    "files/parks/north/other.webp",
    "files/parks/north/other.webp",
];

#[test]
fn a_second_build_encodes_nothing_and_gives_the_same_bytes() {
    let folder = Folderish::new();
    let (first, clean) = remembered(&two_photos(200), &folder.0);
    let (second, again) = remembered(&two_photos(200), &folder.0);
    let (third, _) = remembered(&two_photos(200), &folder.0);

    assert_eq!((first.len(), second.len(), third.len()), (8, 0, 0));
    assert_eq!(clean, again);
    assert_eq!(clean, two_photos(200).build().files);
}

#[test]
fn what_changed_is_encoded_anew_and_nothing_else() {
    let folder = Folderish::new();
    remembered(&two_photos(200), &folder.0);
    let (changed, files) = remembered(&two_photos(10), &folder.0);

    assert_eq!(changed, OTHER);
    assert_eq!(files, two_photos(10).build().files);
}

#[test]
fn bytes_of_an_edited_output_are_not_trusted() {
    let folder = Folderish::new();
    let (_, clean) = remembered(&two_photos(200), &folder.0);
    let edited = clean.keys().find(|path| path.contains("other.") && path.ends_with("-480.webp")).unwrap();
    let mut bytes = clean[edited].clone();
    *bytes.last_mut().unwrap() ^= 1;
    fs::write(folder.0.join("output").join(edited), bytes).unwrap();
    let gone = clean.keys().find(|path| path.contains("pond.") && path.ends_with("-480.jpg")).unwrap();
    fs::remove_file(folder.0.join("output").join(gone)).unwrap();

    let (encoded, again) = remembered(&two_photos(200), &folder.0);

    assert_eq!(encoded, ["files/parks/north/other.webp", "files/parks/north/pond.jpg"]);
    assert_eq!(again, clean);
}

#[test]
fn a_cache_that_is_damaged_of_another_version_or_deleted_leads_to_a_clean_build() {
    let folder = Folderish::new();
    let (_, clean) = remembered(&two_photos(200), &folder.0);
    let file = folder.0.join("cache/images");
    let whole = fs::read_to_string(&file).unwrap();
    assert_eq!(whole.lines().count(), 8 + 2);
    assert!(whole.lines().skip(1).take(8).all(|line| line.split_once(" files/").is_some()), "{whole}");
    let damaged = [
        whole.replace("files/", "Files/"),
        whole[..whole.len() / 2].to_owned(),
        whole.replace("cache 1", "cache 2"),
        String::new(),
    ];
    for text in damaged {
        fs::write(&file, text).unwrap();
        let (encoded, files) = remembered(&two_photos(200), &folder.0);
        assert_eq!((encoded.len(), files == clean), (8, true));
        assert_eq!(fs::read_to_string(&file).unwrap(), whole);
    }
    fs::remove_dir_all(folder.0.join("cache")).unwrap();
    assert_eq!(remembered(&two_photos(200), &folder.0).0.len(), 8);
}

#[test]
fn check_looks_at_an_image_once() {
    struct Asked<'s>(&'s dyn Sink, AtomicUsize);
    impl Sink for Asked<'_> {
        fn put(&self, _: OutputFile) {}
        fn wish(&self, order: &Order) -> Wish {
            let wish = self.0.wish(order);
            self.1.fetch_add(usize::from(wish == Wish::Sound), Ordering::Relaxed);
            wish
        }
    }
    let folder = Folderish::new();
    let doubts = || {
        let cache = Cache::open(folder.0.join("cache"));
        let unwritten = Unwritten(&cache);
        let asked = Asked(&unwritten, AtomicUsize::new(0));
        pipeline::build(&two_photos(200), &run(), &asked);
        asked.1.into_inner()
    };
    assert_eq!(doubts(), 8);
    remembered(&two_photos(200), &folder.0);
    assert_eq!(doubts(), 0);
}

#[test]
fn the_output_is_the_same_with_any_number_of_threads() {
    let with_threads = |threads| {
        rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap().install(|| two_photos(200).build().files)
    };

    assert_eq!(with_threads(1), with_threads(4));
}

#[test]
fn the_command_remembers_where_it_is_told_and_never_in_the_site() {
    let folder = Folderish::of(&with_photo("pond.jpg", jpeg(&scene(500, 400))));
    let build = |arguments: &[&str]| {
        let done = prospectus(&folder.0, &[&["build", "--no-sync"], arguments].concat());
        (done.status.code(), String::from_utf8(done.stderr).unwrap())
    };
    let kept = Folderish::new();
    let cache = kept.0.join("a/b");

    let (code, said) = build(&["--cache", cache.to_str().unwrap()]);
    assert_eq!(code, Some(0), "{said}");
    let text = fs::read_to_string(cache.join("images")).unwrap();
    assert_eq!(text.lines().count(), 4 + 2);
    for part in ["content", "content/x/../y", "themes/own", "output", "output/cache"] {
        let (code, said) = build(&["--cache", part]);
        assert_eq!(code, Some(3), "{part}: {said}");
        assert!(said.contains("choose a folder outside"), "{part}: {said}");
    }
    fs::write(kept.0.join("file"), "").unwrap();
    let (code, said) = build(&["--cache", kept.0.join("file/cache").to_str().unwrap()]);
    assert_eq!((code, said.matches("warning: cannot remember in").count()), (Some(0), 1), "{said}");
    let (code, said) = build(&["--cache", ".cache"]);
    assert_eq!(code, Some(0), "{said}");
    assert!(folder.0.join(".cache/images").exists());
}

#[test]
fn the_golden_site_has_real_pictures_without_what_was_written_into_them() {
    let root = golden_folder("images");
    let launch = fs::read(root.join("content/photographs/launch/launch.jpg")).unwrap();
    let has = |bytes: &[u8], word: &[u8]| bytes.windows(word.len()).any(|window| window == word);
    assert!(has(&launch, b"Exif") && has(&launch, b"GPSLatitude"));

    let built = golden("images");

    assert_eq!(built.findings(), Vec::<String>::new());
    let published: Vec<_> = built.files.iter().filter(|(path, _)| path.starts_with("files/")).collect();
    // The deep field in three sizes, the launch and its twin in the news in two, coffee and compass in one, each in two kinds;
    // the arrow.
    assert_eq!(published.len(), (3 + 2 + 2 + 1 + 1) * 2 + 1);
    for (path, bytes) in &published {
        for word in [&b"Exif"[..], b"GPSLatitude", b"Camera maker", b"somebody", b"golden site", b"editor 1.0"] {
            assert!(!has(bytes, word), "{path}");
        }
    }
    let launch = published
        .iter()
        .find(|(path, _)| path.contains("photographs/launch") && path.ends_with(".jpg") && !path.contains("-480"))
        .unwrap();
    assert_eq!(decoded(launch.0, launch.1).dimensions(), (640, 427));
    let index = built.text("en/pictures/index.html");
    assert_eq!(index.matches("<picture>").count(), 4, "{index}");
    assert!(
        built.text("en/feed.xml").contains("rel=\"enclosure\" type=\"image/jpeg\""),
        "{}",
        built.text("en/feed.xml")
    );
}
