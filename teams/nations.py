"""The nations of football by FIFA code, with their Italian and English names."""

from django.utils.functional import lazystr
from django.utils.translation import get_language

from teams.names import fold

# fmt: off
NATIONS = {
    "ALB": ("Albania", "Albania"), "ALG": ("Algeria", "Algeria"), "AND": ("Andorra", "Andorra"),
    "ANG": ("Angola", "Angola"), "ARG": ("Argentina", "Argentina"), "ARM": ("Armenia", "Armenia"),
    "AUS": ("Australia", "Australia"), "AUT": ("Austria", "Austria"), "AZE": ("Azerbaigian", "Azerbaijan"),
    "BEL": ("Belgio", "Belgium"), "BFA": ("Burkina Faso", "Burkina Faso"), "BIH": ("Bosnia-Erzegovina", "Bosnia and Herzegovina"),
    "BLR": ("Bielorussia", "Belarus"), "BOL": ("Bolivia", "Bolivia"), "BRA": ("Brasile", "Brazil"),
    "BUL": ("Bulgaria", "Bulgaria"), "CAN": ("Canada", "Canada"), "CHI": ("Cile", "Chile"), "CHN": ("Cina", "China"),
    "CIV": ("Costa d'Avorio", "Ivory Coast"), "CMR": ("Camerun", "Cameroon"), "COD": ("RD del Congo", "DR Congo"),
    "COL": ("Colombia", "Colombia"), "CPV": ("Capo Verde", "Cape Verde"), "CRC": ("Costa Rica", "Costa Rica"),
    "CRO": ("Croazia", "Croatia"), "CUW": ("Curaçao", "Curaçao"), "CYP": ("Cipro", "Cyprus"),
    "CZE": ("Repubblica Ceca", "Czech Republic"), "DEN": ("Danimarca", "Denmark"), "ECU": ("Ecuador", "Ecuador"),
    "EGY": ("Egitto", "Egypt"), "ENG": ("Inghilterra", "England"), "ESP": ("Spagna", "Spain"), "EST": ("Estonia", "Estonia"),
    "FIN": ("Finlandia", "Finland"), "FRA": ("Francia", "France"), "GAB": ("Gabon", "Gabon"), "GAM": ("Gambia", "Gambia"),
    "GEO": ("Georgia", "Georgia"), "GER": ("Germania", "Germany"), "GHA": ("Ghana", "Ghana"), "GIB": ("Gibilterra", "Gibraltar"),
    "GNB": ("Guinea-Bissau", "Guinea-Bissau"), "GRE": ("Grecia", "Greece"), "GUI": ("Guinea", "Guinea"), "HAI": ("Haiti", "Haiti"),
    "HON": ("Honduras", "Honduras"), "HUN": ("Ungheria", "Hungary"), "IRL": ("Irlanda", "Ireland"), "IRN": ("Iran", "Iran"),
    "IRQ": ("Iraq", "Iraq"), "ISL": ("Islanda", "Iceland"), "ISR": ("Israele", "Israel"), "ITA": ("Italia", "Italy"),
    "JAM": ("Giamaica", "Jamaica"), "JOR": ("Giordania", "Jordan"), "JPN": ("Giappone", "Japan"), "KAZ": ("Kazakistan", "Kazakhstan"),
    "KGZ": ("Kirghizistan", "Kyrgyzstan"), "KOR": ("Corea del Sud", "South Korea"), "KOS": ("Kosovo", "Kosovo"),
    "KSA": ("Arabia Saudita", "Saudi Arabia"), "LIE": ("Liechtenstein", "Liechtenstein"), "LTU": ("Lituania", "Lithuania"),
    "LUX": ("Lussemburgo", "Luxembourg"), "LVA": ("Lettonia", "Latvia"), "MAR": ("Marocco", "Morocco"), "MCO": ("Monaco", "Monaco"),
    "MDA": ("Moldavia", "Moldova"), "MEX": ("Messico", "Mexico"), "MKD": ("Macedonia del Nord", "North Macedonia"),
    "MLI": ("Mali", "Mali"), "MLT": ("Malta", "Malta"), "MNE": ("Montenegro", "Montenegro"), "MOZ": ("Mozambico", "Mozambique"),
    "NED": ("Paesi Bassi", "Netherlands"), "NGA": ("Nigeria", "Nigeria"), "NIR": ("Irlanda del Nord", "Northern Ireland"),
    "NOR": ("Norvegia", "Norway"), "NZL": ("Nuova Zelanda", "New Zealand"), "PAN": ("Panama", "Panama"), "PAR": ("Paraguay", "Paraguay"),
    "PER": ("Perù", "Peru"), "POL": ("Polonia", "Poland"), "POR": ("Portogallo", "Portugal"), "QAT": ("Qatar", "Qatar"),
    "ROU": ("Romania", "Romania"), "RSA": ("Sudafrica", "South Africa"), "RUS": ("Russia", "Russia"), "SCO": ("Scozia", "Scotland"),
    "SEN": ("Senegal", "Senegal"), "SMR": ("San Marino", "San Marino"), "SRB": ("Serbia", "Serbia"), "SUI": ("Svizzera", "Switzerland"),
    "SUR": ("Suriname", "Suriname"), "SVK": ("Slovacchia", "Slovakia"), "SVN": ("Slovenia", "Slovenia"), "SWE": ("Svezia", "Sweden"),
    "TOG": ("Togo", "Togo"), "TUN": ("Tunisia", "Tunisia"), "TUR": ("Turchia", "Turkey"), "UKR": ("Ucraina", "Ukraine"),
    "URU": ("Uruguay", "Uruguay"), "USA": ("Stati Uniti", "United States"), "UZB": ("Uzbekistan", "Uzbekistan"),
    "VEN": ("Venezuela", "Venezuela"), "WAL": ("Galles", "Wales"), "ZAM": ("Zambia", "Zambia"), "ZIM": ("Zimbabwe", "Zimbabwe"),
}  # fmt: skip

# Names of football beside those above.
_ALSO = {
    "United States": "USA", "USA": "USA", "Czechia": "CZE", "Türkiye": "TUR", "Republic of Ireland": "IRL", "Korea Republic": "KOR",
    "IR Iran": "IRN", "Cabo Verde": "CPV", "Côte d'Ivoire": "CIV", "Bosnia-Herzegovina": "BIH", "Bosnia & Herzegovina": "BIH",
    "Holland": "NED", "Olanda": "NED", "Macedonia": "MKD", "Congo DR": "COD",
}  # fmt: skip
_CODES = {fold(name): code for code, names in NATIONS.items() for name in names} | {
    fold(name): code for name, code in _ALSO.items()
}


def nation_name(code):
    """The nation's name in the language of the page; a code nobody knows is returned as it is."""
    italian, english = NATIONS.get(code, (code, code))
    return italian if (get_language() or "it").startswith("it") else english


def code_of(name):
    """The code of a nation by its Italian or English name, or by the names that football writes; None for any other word."""
    return _CODES.get(fold(name))


class _Name:
    def __init__(self, code):
        self.code = code

    def __str__(self):
        return nation_name(self.code)


CHOICES = [(code, lazystr(_Name(code))) for code in NATIONS]
